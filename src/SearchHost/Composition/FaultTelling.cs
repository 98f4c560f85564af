using ProposalSearch.SearchHost.Logging;

namespace ProposalSearch.SearchHost.Composition;

/// <summary>Tells the log of what fails, where the server itself would write a stack for each request.</summary>
internal static class FaultTelling
{
    /// <summary>
    /// Tells of whatever fails behind it. Where no answer has begun, the exception handler before it answers; an answer that has begun is
    /// cut off, which its client notices.
    /// </summary>
    public static void UseFaultTelling(this IApplicationBuilder application)
    {
        var log = application.ApplicationServices.GetRequiredService<RequestLog>();
        application.Use(next => async context =>
        {
            try
            {
                await next(context).ConfigureAwait(false);
            }
            catch (Exception fault)
            {
                log.Failed(context, fault);
                if (!context.Response.HasStarted)
                {
                    throw;
                }

                context.Abort();
            }
        });
    }
}
