namespace Web.Tests.Walls;

/// <summary>
/// Every check of the walls by name. The ordinary tests hold each against the run's own database and app; the planted
/// faults must turn the ones that they name red.
/// </summary>
internal static class WallChecks
{
    public static IReadOnlyDictionary<string, Func<Plot, Task>> OfTheDatabase { get; } = new Dictionary<string, Func<Plot, Task>>
    {
        ["catalogue"] = DatabaseChecks.CatalogueFindsNoFaultAsync,
        ["probes"] = Probes.NoneGetsThroughAsync,
        ["proof"] = DatabaseChecks.OnlyTheProofOpensAsync,
        ["way in"] = DatabaseChecks.OnlyTheWayInSetsTheTenantAsync,
        ["transaction"] = DatabaseChecks.TheTenantEndsWithItsTransactionAsync,
        ["read only"] = DatabaseChecks.WhatIsReadOnlyCannotWriteAsync,
        ["only added to"] = DatabaseChecks.WhatIsOnlyAddedToStaysAsync,
        ["look-ups"] = DatabaseChecks.NoLookUpListsAsync,
        ["notices"] = DatabaseChecks.NoticesCarryIdsOnlyAsync,
    };

    /// <summary>Policies of the tables that are looked at through the app; it has no second wall of its own beside them.</summary>
    public static IReadOnlyDictionary<string, Func<Plot, Task>> OfTheDatabaseThroughTheApp { get; } = new Dictionary<string, Func<Plot, Task>>
    {
        ["sight"] = SightChecks.WhatIsNotOnesOwnIsNowhereAsync,
        ["sight of events"] = SightChecks.OnlyWhoSeesItHearsOfItAsync,
    };

    public static IReadOnlyDictionary<string, Func<Plot, Task>> OfTheApp { get; } = new Dictionary<string, Func<Plot, Task>>
    {
        ["model"] = ModelChecks.EveryEntityIsFilteredAsync,
        ["routes"] = RouteChecks.OnlyTheListedAreOpenAsync,
        ["canaries"] = TrespassChecks.NobodySeesTheOthersCanaryAsync,
        ["strange ids"] = TrespassChecks.TheOthersIdsAreNobodysAsync,
        ["values"] = TrespassChecks.WhatIsRememberedIsEachCompanysOwnAsync,
        ["plans"] = PlanChecks.APlanIsItsReadersOwnAsync,
        ["shared rows"] = SharedRowsChecks.SharedRowsAreTheirReadersOwnAsync,
        ["relations"] = RelationChecks.ARelationBringsNothingOfOthersAsync,
        ["examples"] = PlanChecks.AnExampleIsItsCompanysOwnAsync,
        ["doors"] = DoorChecks.OnlyTheAddressNamesTheCompanyAsync,
        ["credentials"] = DoorChecks.ACredentialOpensItsOwnDoorAsync,
        ["tokens"] = DoorChecks.AForgedTokenOpensNothingAsync,
        ["forms"] = DoorChecks.AFormIsOfItsOwnCompanyAsync,
        ["suspension"] = DoorChecks.ASuspendedCompanyIsShutAsync,
        ["sessions"] = PeopleChecks.AnEndedSessionIsDeadAsync,
        ["rights"] = PeopleChecks.EachRoleKeepsToItsRightsAsync,
        ["people"] = PeopleChecks.WhatIsOnePersonsIsNoOthersAsync,
        ["units"] = WorkChecks.AUnitOfWorkLeavesNothingBehindAsync,
        ["reading"] = WorkChecks.AReadingUnitCannotWriteAsync,
        ["audit"] = WorkChecks.AChangeIsNotedAsync,
        ["errors"] = WorkChecks.AnErrorTellsNothingOfTheDatabaseAsync,
        ["events"] = LiveChecks.OnlyWhoMayHearsAsync,
    };

    public static IReadOnlyDictionary<string, Func<Plot, Task>> All { get; } =
        OfTheDatabase.Concat(OfTheDatabaseThroughTheApp).Concat(OfTheApp).ToDictionary(check => check.Key, check => check.Value);
}
