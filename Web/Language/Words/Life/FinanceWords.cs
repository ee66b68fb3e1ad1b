namespace Web.Language;

/// <summary>Banks, shares, insurance, taxes.</summary>
internal static class FinanceWords
{
    public const string Names = """
        loan, 融資, ローン
        interest, interest rate, 金利, 利率, 利息
        credit, クレジット, 与信
        transaction, 取引, 取引数
        open, opening price, open price, 始値
        high, high price, 高値
        low, low price, 安値
        close, closing price, close price, 終値, 株価
        volume, trading volume, trade volume, 出来高, 取引量, 売買高
        symbol, ticker, stock, 銘柄, 株, ティッカー
        exchange, 取引所
        currency, 通貨
        country code, 国コード
        capital, 資本金
        asset, 資産
        debt, liability, 負債
        dividend, 配当
        market cap, market capitalization, 時価総額
        commission, 手数料
        refund, 返金
        insurance, 保険
        premium, 保険料
        claim, 請求
        invoice, 請求書
        loan, borrowing, credit, lending, ローン, 融資, 貸付, 借入, 貸出
        loan amount, amount borrowed, borrowed amount, principal, loan size, 融資額, 借入額, ローン額, 貸付額, 借入金額, 融資金額, ローン金額, 貸付金額, 元本
        interest rate, rate of interest, rate, interest, apr, 金利, 利率, 利子率, 利息
        term, loan term, period, maturity, 期間, 返済期間, 借入期間, 融資期間
        credit score, credit rating, fico, fico score, creditworthiness, 信用スコア, クレジットスコア, 信用点, 与信スコア
        grade, loan grade, credit grade, グレード, 格付け, 等級, ランク
        default, defaulted, bad loan, in default, 債務不履行, 貸し倒れ, 貸倒れ, 貸倒, デフォルト, 返済不能
        charged off, charge off, 償却
        debt to income, debt ratio, 負債比率, 返済負担率, 債務所得比率
        annual income, yearly income, income, 年収, 年間所得, 所得, 年間収入
        purpose, loan purpose, use of loan, 目的, 借入目的, 資金使途, 使途, 用途
        issue date, loan date, origination date, date issued, issued, granted, 発行日, 融資日, 実行日, 貸付日, 融資実行日, 契約日
        borrower, debtor, 借り手, 借入者, 債務者
        lender, 貸し手
        repayment, payment, 返済, 返済額
        installment, instalment, monthly payment, 月々の支払い, 分割払い, 月返済額
        loan status, status of loan, ローン状況, 返済状況, ローンステータス
        mortgage, home loan, 住宅ローン
        collateral, 担保
        deposit, 預金, 預け入れ, 入金
        withdrawal, 引き出し, 出金
        bank, 銀行
        branch, 支店
        credit card, クレジットカード
        fraud, fraudulent, 不正, 不正利用, 詐欺
        share price, stock price, 株価
        return, yield, リターン, 利回り, 収益率
        portfolio, ポートフォリオ
        fund, ファンド, 投資信託
        bond, 債券
        exchange rate, 為替, 為替レート
        investment, investment amount, 投資, 投資額
        revenue, 収益
        expense, 経費, 費用
        cash flow, キャッシュフロー
        account balance, 口座残高, 残高
        policy, insurance policy, 保険契約
        claim amount, payout, 保険金, 請求額, 支払保険金
        tax rate, 税率
        invoice amount, billed amount, billing, 請求額, 請求金額
        due date, payment due, 支払期限, 支払期日
        unpaid, outstanding, 未払い, 未収
        budget, 予算, 予算額
        actual, 実績, 実績額
        """;

    /// <summary>What one row of such a table may be.</summary>
    public const string Rows = """
        loan, credit, borrowing, ローン, 融資, 貸付, 借入
        borrower, debtor, applicant, 借り手, 借入者, 申込者, 債務者
        transaction, payment, transfer, 取引, 支払い, 送金
        account, 口座
        stock, share, company, 銘柄, 株, 会社
        policy, claim, 保険契約, 請求
        invoice, bill, 請求書
        investment, 投資
        """;
}
