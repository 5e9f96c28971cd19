/** ダッシュボード. */
export const dashboardWords = {
  chart: { table: '表で見る', excel: 'Excel出力', excel_of: '%{title}のExcel出力', sheet: '件数', total: '計', file: '%{title}_%{date}.xlsx' },
  dashboard: {
    title: 'ダッシュボード', today: '%{date}（%{weekday}）現在', todo: '今日やること', none: '急ぎの仕事はありません。', oldest: '最も古い依頼 %{date}', waiting: '%{days}日前から', to_list: '一覧を開く',
    due_soon: '納付期限が3日以内', due_soon_hint: '期限を過ぎると無効になります', needs_review: '要確認（取込で複数一致）', pending_sites: '届出中の拠点',
    requested: '代理申請待ち', receiving: '受付の結果待ち', fees_due: '手数料納付待ち', weight_tax_due: '重量税納付待ち', payment_retry: '再納付待ち', correction_requested: '補正・連絡', issue_pending: '交付待ち',
    review: '審査中', draft: '依頼前（未送信）', trouble: '却下・未受付・エラー', trouble_hint: '直近60日', garage_requested: '支部の受付待ち', garage_correction: '補正の連絡', garage_issue: '交付待ち（受取り）',
    unpaid_list: '納付待ちの一覧', days_title: '今月の手続完了（日別）', months_title: '手続完了（月別、前年と比較）', day: '日', month: '月', this_year: '今年', last_year: '前年', requested_count: '依頼', completed_count: '手続完了', so_far: '今日まで %{this}件、前年同期間 %{last}件（%{rate}）',
    map_title: '支部別の手続完了 %{date}（前週同曜日との比較）', branch: '支部', day_count: '当日', week_before: '前週同曜日', month_count: '今月', rejections: '却下・未受付', compare: '増減', map_more: '増', map_less: '減', map_same: '横ばい', map_none: '実績なし',
    companies_title: '連絡が必要な事業者', companies_none: '補正・再納付・却下のある事業者はありません。', corrections: '補正', retries: '再納付', refusals: '却下・未受付', company: '事業者',
    top_title: '今月の手続完了（事業者別 上位10社）', top_sites_title: '今月の手続完了（拠点別）', site: '拠点', last_month: '前月',
    closing_title: '月次締め', closing_open: '未締め', closing_closed: '締め済（未公開）', closing_published: '公開済', statements: '明細', payees: '納付先報告', payee_keikenkyo: '軽検協', payee_kikou: '機構', payee_missing: '未着',
    to_closing: '月次締めへ', failed_title: '振替不能', failed_none: '最近2か月の振替不能はありません。', failed: '最近2か月に %{count}件、%{amount}', failed_open: '振込依頼 %{transfers}件、口座確認 %{queries}件が未処理です。', debits_title: '次の引落', debits_none: '締めた月の引落は残っていません。次の月は、月次締めのあとに表示します。', debit_on: '引落予定日', cycle: '区分', amount: '金額', count: '件数',
    differences_title: '納付先との差異', differences: '未帰属・重複 %{count}件、%{amount}', differences_none: '差異はありません。', statement_title: '次の引落', statement_line: '%{month}分 %{amount}、引落予定日 %{date}',
    statement_none: '公開された引落予定明細はありません。', statement_last: '次の引落はまだ公開されていません。直近は%{month}分 %{amount}（%{date}）', statement_no_debit: '%{month}分 %{amount}（引落なし）', auditor: '申請の件数は、この権限では表示されません。', chart_label: '%{title}のグラフ',
    weekdays: '日月火水木金土', cases: '件', month_label: '%{month}月',
  },
} as const;
