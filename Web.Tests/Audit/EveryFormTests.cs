using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Web.Access.Log;
using Web.Audit;
using Web.Tests.Support;

namespace Web.Tests.Audit;

/// <summary>For each form of each page: the events that it leaves in the log, or why none. A handler that nobody thought of fails, and so does an event without a sentence.</summary>
public sealed class EveryFormTests(TestInstallation installation)
{
    private const string Same = "what it begins leaves the entry: ";

    private static readonly Dictionary<string, string> Events = new()
    {
        ["TasksPage.OnPostAsync"] = "task.created",
        ["TaskTickPage.OnPostDoneAsync"] = "task.done",
        ["TaskTickPage.OnPostReopenAsync"] = "task.reopened",
        ["DealStepsPage.OnPostMoveAsync"] = "deal.stage_changed",
        ["DealStepsPage.OnPostWonAsync"] = "deal.won",
        ["DealStepsPage.OnPostReopenAsync"] = "deal.reopened",
        ["DealStepsPage.OnPostAssignAsync"] = "deal.updated",
        ["DealStepsPage.OnPostBinAsync"] = "deal.deleted",
        ["DealStepsPage.OnPostRestoreAsync"] = "deal.restored",
        ["NewDealPage.OnPostAsync"] = "deal.created",
        ["DealPage.OnPostNoteAsync"] = "note.created",
        ["DealPage.OnPostTaskAsync"] = "task.created",
        ["DealPage.OnPostStepDoneAsync"] = "task.done",
        ["PipelinesPage.OnPostAsync"] = "pipeline.updated",
        ["LostPage.OnPostAsync"] = "deal.lost",
        ["EditDealPage.OnPostAsync"] = "deal.updated",
        ["AcceptPage.OnPostAsync"] = "invitation.accepted member.created seat.assigned auth.signed_in",
        ["InvitePage.OnPostAsync"] = "invitation.created",
        ["ForgotPasswordPage.OnPostAsync"] = "auth.password_reset_asked",
        ["ResetPasswordPage.OnPostAsync"] = "auth.password_reset",
        ["PasswordPage.OnPostAsync"] = "auth.password_changed auth.password_change_failed",
        ["PreferencesPage.OnPostAsync"] = "member.updated",
        ["SignInPage.OnPostAsync"] = "auth.signed_in auth.sign_in_failed auth.locked_out auth.password_accepted auth.sign_in_held auth.sign_in_refused auth.sign_in_shut",
        ["SignInPage.OnPostPasskeyAsync"] = "auth.signed_in auth.sign_in_shut security.passkey_refused security.passkey_replayed",
        ["SecondFactorPage.OnPostAsync"] = "auth.signed_in auth.second_factor_failed auth.second_factor_locked security.recovery_code_used security.code_reused security.secret_unreadable",
        ["SecondFactorPage.OnPostPasskeyAsync"] = "auth.signed_in security.passkey_refused",
        ["MailStepPage.OnPostAsync"] = "auth.signed_in",
        ["SignOutPage.OnPostAsync"] = "auth.signed_out",
        ["MembersPage.OnPostSeatAsync"] = "seat.assigned seat.deleted",
        ["MembersPage.OnPostResendAsync"] = "invitation.resent",
        ["MembersPage.OnPostRevokeAsync"] = "invitation.revoked",
        ["MemberPage.OnPostAsync"] = "member.role_changed member.updated",
        ["MemberPage.OnPostActiveAsync"] = "member.deactivated member.reactivated",
        ["MemberPage.OnPostRemoveAsync"] = "member.removed deal.handed_over chart.handed_over",
        ["MemberPage.OnPostOwnAsync"] = "member.role_changed",
        ["MemberPage.OnPostFactorsAsync"] = "security.second_factor_reset",
        ["NewApiKeyPage.OnPostAsync"] = "api_key.created",
        ["ApiKeysPage.OnPostRevokeAsync"] = "api_key.revoked",
        ["OrganisationPage.OnPostAsync"] = "organization.updated",
        ["BrandingPage.OnPostAsync"] = "organization.updated",
        ["BrandingPage.OnPostLogoAsync"] = "organization.updated",
        ["BrandingPage.OnPostNoLogoAsync"] = "organization.updated",
        ["ClosePage.OnPostAsync"] = "organization.closing_begun",
        ["ClosePage.OnPostRevokeAsync"] = "organization.closing_revoked",
        ["ExportPage.OnPostAsync"] = "organization.export_ordered organization.export_finished organization.export_downloaded",
        ["JobsPage.OnPostRetryAsync"] = "job.retried",
        ["JobsPage.OnPostGiveUpAsync"] = "job.given_up",
        ["LettersPage.OnPostAsync"] = "letter.sent_again",
        ["SamplePage.OnPostAsync"] = "sample.laid",
        ["SamplePage.OnPostRemoveAsync"] = "sample.removed",
        ["RecordBinPage.OnPostAsync"] = "account.restored contact.restored deal.restored task.restored",
        ["TeamsPage.OnPostAsync"] = "team.created team.updated",
        ["TeamsPage.OnPostRemoveAsync"] = "team.deleted",
        ["TeamsPage.OnPostSightAsync"] = "security.record_sight_changed",
        ["AuthenticatorPage.OnPostAsync"] = "security.authenticator_added auth.proved_again",
        ["SecurityRulesPage.OnPostAsync"] = "security_rules.created security_rules.updated",
        ["SecurityRulesPage.OnPostResetAsync"] = "security.second_factor_reset",
        ["SecurityRulesPage.OnPostRemindAsync"] = "security.second_factor_reminded",
        ["ConfirmPage.OnPostAsync"] = "auth.proved_again auth.proof_failed",
        ["ConfirmPage.OnPostPasskeyAsync"] = "auth.proved_again",
        ["SecurityPage.OnPostBeginAsync"] = "security.authenticator_begun",
        ["SecurityPage.OnPostPasskeyAsync"] = "security.passkey_added auth.proved_again",
        ["SecurityPage.OnPostRenameAsync"] = "security.passkey_renamed",
        ["SecurityPage.OnPostRemoveAsync"] = "security.passkey_removed",
        ["SecurityPage.OnPostOffAsync"] = "security.authenticator_removed",
        ["RecoveryCodesPage.OnPostAsync"] = "security.recovery_codes_made",
        ["SessionsPage.OnPostEndAsync"] = "auth.session_ended",
        ["SessionsPage.OnPostOthersAsync"] = "auth.session_ended",
        ["DismissPage.OnPostAsync"] = "tenant.guided_start_dismissed",
        ["LogPage.OnPostExportAsync"] = "export.audit_log",
        ["LogPage.OnPostKeepAsync"] = "audit_rules.created audit_rules.updated",
        ["RiskRulesPage.OnPostAsync"] = "risk_rules.created risk_rules.updated",
        ["BinPage.OnPostAsync"] = "dataset.restored",
        ["HistoryPage.OnPostRestoreAsync"] = "dataset.restored",
        ["PreviewPage.OnPostAsync"] = "dataset.load_begun dataset.created",
        ["DatasetPage.OnPostAsync"] = "dataset.updated",
        ["DatasetPage.OnPostDeleteAsync"] = "dataset.deleted",
        ["SavedChartPage.OnPostAskAsync"] = "conversation.asked",
        ["SavedChartPage.OnPostBinAsync"] = "chart.deleted",
        ["SavedChartPage.OnPostRestoreAsync"] = "chart.restored",
        ["SavedChartPage.OnPostPushAsync"] = "chart.pushed chart.push_failed",
        ["EditChartPage.OnPostAsync"] = "chart.updated",
        ["SaveChartPage.OnPostAsync"] = "chart.created chart.updated",
        ["ReviewItemPage.OnPostExampleAsync"] = "reviewed_example.created review_decision.created",
        ["ReviewItemPage.OnPostSynonymAsync"] = "dataset.updated review_decision.created",
        ["WordPage.OnPostAsync"] = "dataset.updated review_decision.created conversation.asked",
        ["WordPage.OnPostRememberAsync"] = "dataset.updated review_decision.created conversation.asked",
        ["ReviewItemPage.OnPostMeasureAsync"] = "dataset.updated review_decision.created",
        ["ReviewItemPage.OnPostDismissAsync"] = "review_decision.created",
        ["ReviewPage.OnPostUndoAsync"] = "review_decision.updated",
        ["ExamplesPage.OnPostRunAsync"] = "examples.run",
        ["ExamplesPage.OnPostRemoveAsync"] = "reviewed_example.deleted",
        ["AssistantSettingsPage.OnPostAsync"] = "language_model.created language_model.updated",
        ["AssistantSettingsPage.OnPostTryAsync"] = "language_model.tried",
        ["ConversationPage.OnPostAsync"] = "conversation.renamed",
        ["ConversationPage.OnPostBinAsync"] = "conversation.deleted",
        ["ConversationPage.OnPostRestoreAsync"] = "conversation.restored",
        ["FeedbackPage.OnPostAsync"] = "conversation.answer_judged",
        ["SharedPage.OnPostTakeAsync"] = "conversation.asked",
        ["SharePage.OnPostAsync"] = "conversation.shared",
        ["SharePage.OnPostStopAsync"] = "conversation.sharing_stopped",
        ["AskPage.OnPostAsync"] = "conversation.asked",
        ["AskPage.OnPostChooseAsync"] = "conversation.asked",
        ["AskPage.OnPostUndoAsync"] = "conversation.chart_undone",
        ["AskPage.OnPostRedoAsync"] = "conversation.chart_redone",
        ["AskPage.OnPostChangeAsync"] = "conversation.asked",
        ["BuildPage.OnPostAsync"] = "conversation.asked",
        ["ChipPage.OnPostAsync"] = "conversation.asked",
        ["SignUpPage.OnPostAsync"] = "tenant.signed_up member.created seat.assigned",
        ["ProofPage.OnPostAsync"] = "tenant.proven auth.signed_in",
        ["ProofAgainPage.OnPostAsync"] = "tenant.proof_sent_again",
    };

    private static readonly Dictionary<string, string> Silent = new()
    {
        ["LanguagePage.OnPost"] = "sets a cookie of the browser",
        ["LandingPage.OnPost"] = "leads to a company's address",
        ["SignInPage.OnPostPasskeyOptionsAsync"] = "a question to the browser",
        ["SecondFactorPage.OnPostPasskeyOptionsAsync"] = "a question to the browser",
        ["ConfirmPage.OnPostPasskeyOptionsAsync"] = "a question to the browser",
        ["SecurityPage.OnPostPasskeyOptionsAsync"] = "a question to the browser",
        ["NewDataPage.OnPostAsync"] = Same + "a file that is looked at and gone within a day",
        ["PreviewPage.OnPostRereadAsync"] = Same + "the load",
        ["DatasetPage.OnPostMeasureAsync"] = "draws another row of the form; kept with it",
        ["ReviewItemPage.OnPostDraftAsync"] = "draws a draft; kept with the decision",
        ["ReviewItemPage.OnPostSayAsync"] = "draws a draft; kept with the decision",
    };

    [Fact]
    public void Every_form_says_what_it_leaves()
    {
        var handlers = typeof(AuditEntry).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(PageModel)) && !type.IsAbstract)
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly).Where(method => method.Name.StartsWith("OnPost", StringComparison.Ordinal)).Select(method => $"{type.Name}.{method.Name}"))
            .ToHashSet();
        Assert.Equal([], handlers.Except(Events.Keys).Except(Silent.Keys).Order());
        Assert.Equal([], Events.Keys.Concat(Silent.Keys).Except(handlers).Order());
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public void Every_event_has_its_sentence(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        using var services = installation.App.Services.CreateScope();
        var say = new LogSentences(services.ServiceProvider.GetRequiredService<IStringLocalizer<LogTexts>>());
        var said = Events.Values.SelectMany(types => types.Split(' ')).Distinct().Select(type => (type, sentence: say.EventName(type))).ToList();
        Assert.Equal([], said.Where(one => one.sentence.Contains('_', StringComparison.Ordinal) || one.sentence.Contains(": ", StringComparison.Ordinal)).Select(one => $"{one.type}: {one.sentence}"));
        if (language == "ja") Assert.Equal([], said.Where(one => !one.sentence.EndsWith("した", StringComparison.Ordinal)).Select(one => $"{one.type}: {one.sentence}"));
    }
}
