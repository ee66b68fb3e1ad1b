namespace Web.Data;

/// <summary>The app will not start; the message tells the operator why and what to do.</summary>
public sealed class StartRefusedException(string message, Exception? cause = null) : Exception(message, cause);
