namespace Web.Semantics.Expressions;

/// <summary>What a part of a definition measures: an amount of one currency, a number of some unit, or a plain number.</summary>
/// <param name="Literal">Written as a number, which may stand for any unit.</param>
internal readonly record struct Quantity(string? Currency, string? Unit, bool Literal = false)
{
    public static Quantity Plain => default;

    public bool IsPlain => Currency is null && Unit is null;

    /// <summary>Only like can be added to like; null: these two are not alike.</summary>
    public static Quantity? Added(Quantity left, Quantity right)
    {
        if (left.Currency != right.Currency) return null;
        if (left.Unit == right.Unit) return left with { Literal = left.Literal && right.Literal };
        return left.Literal ? right : right.Literal ? left : null;
    }

    /// <summary>An amount times an amount means nothing.</summary>
    public static Quantity? Multiplied(Quantity left, Quantity right) =>
        left.Currency is not null && right.Currency is not null ? null
        : left.IsPlain ? right with { Literal = left.Literal && right.Literal } : right.IsPlain ? left : new Quantity(left.Currency ?? right.Currency, null);

    /// <summary>Like by like is a ratio; amounts of two currencies cannot be set against each other.</summary>
    public static Quantity? Divided(Quantity left, Quantity right) =>
        left.Currency is not null && right.Currency is not null ? left.Currency == right.Currency ? Plain : null
        : right.IsPlain ? left with { Literal = false } : left.Currency is not null ? new Quantity(left.Currency, null) : Plain;
}
