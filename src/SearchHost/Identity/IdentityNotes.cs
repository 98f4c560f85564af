namespace ProposalSearch.SearchHost.Identity;

/// <summary>Tells the operator what became of the colours that the settings give.</summary>
internal static partial class IdentityNotes
{
    /// <summary>A line of the log for each colour that had to be changed to be readable.</summary>
    public static void Tell(ILoggerFactory loggers, SiteIdentity identity)
    {
        var logger = loggers.CreateLogger(typeof(IdentityNotes).FullName!);
        foreach (var change in identity.Changes())
        {
            LogChange(logger, change);
        }
    }

    [LoggerMessage(EventId = 40, Level = LogLevel.Warning, Message = "{Change}")]
    private static partial void LogChange(ILogger logger, string change);
}
