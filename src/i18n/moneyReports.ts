/** 帳票ダウンロード, 期間出力, 利用件数. */
export const moneyReportWords = {
  reports: {
    title: '帳票ダウンロード', month: '利用年月', pdf: 'PDF形式', excel: 'Excel形式', debit_6: '引落予定明細（6日振替分）', debit_27: '引落予定明細（27日振替分）', advances: '軽OSS検査手数料・技術情報管理手数料立替実績', daily: 'OSS申請日次統計',
    details: '検査手数料・技術情報管理手数料・重量税明細', short: { debit_6_pdf: '引落予定明細', debit_27_pdf: '引落予定明細', advances_xlsx: '立替実績（Excel）', daily_xlsx: '日次統計（Excel）', details_xlsx: '重量税明細（Excel）', details_pdf: '重量税明細（PDF）', debit_6_xlsx: '引落予定明細（Excel）', debit_27_xlsx: '引落予定明細（Excel）', advances_pdf: '立替実績（PDF）', daily_pdf: '日次統計（PDF）' }, none: '-', download_of: '%{month}の%{report}（%{format}）をダウンロード', note_one: 'ダウンロードが始まるまで、ほかのリンクを押さないでください。', note_current: '当月の重量税明細と立替実績は、前日までのデータです。', note_privacy: '使用者の氏名と住所は、どの帳票にも含まれません。',
    note_limits: '事業者を選ばないと、支部または全国のファイルになります。1つのファイルはExcelで30万件、PDFで5万件までです。引落予定明細は支部ごとのPDF（1ファイル500件まで）とし、2ファイル以上はZIPにまとめます。',
    to_period: '期間を指定して出力する場合はこちら', whose: '出力の対象', branch: '支部（代理人）', requester: '事業者',
    preparing: '%{name}を準備しています', fetching: '件数が多いため、%{name}を分けて読み込んでいます（%{rows}件）', building: '%{rows}件をファイルにしています', cancel: '中止', cancelled: 'ダウンロードを中止しました。', done: '%{name}をダウンロードしました。', too_large: '%{limit}件を超えるため、1つのファイルにできません。期間を短くするか、支部または事業者を選んでください。', file_of: '%{report}（%{month}）',
  },
  period: {
    title: '検査手数料・技術情報管理手数料・重量税明細期間出力', output: '出力データ', all: '全部（登録車、軽自動車）', completed_on: 'OSS申請手続完了年月日', from: '開始年月日', to: '終了年月日', excel: 'Excel出力', pdf: 'PDF出力', back: '帳票ダウンロードに戻る',
    hint: 'YYYYMM（例 %{month}）またはYYYYMMDD（例 %{day}）で入力してください。', limit_month: '年月で指定できる範囲：%{oldest}～%{newest}', limit_day: '年月日で指定できる範囲：%{oldest}～%{newest}',
    format: '年月（YYYYMM）か年月日（YYYYMMDD）の数字で入力してください。', mixed: '開始と終了は、どちらも年月か、どちらも年月日で入力してください。', too_old: '古すぎる期間です。%{oldest}以降を指定してください。', not_over: '終わっていない期間です。%{newest}までを指定してください。',
  },
  usage: {
    title: '利用件数', garage_title: '業務情報照会', group: '集計', branch: '支部別', company: '事業者別', site: '事業場別', head_branch: '支部', head_company: '事業者', head_site: '事業場', measure: '件数の種類', requested: '依頼', filed: '申請', completed: '手続完了', corrections: '補正', rejections: '却下・未受付', withdrawals: '取下',
    kind: '車種', all_kinds: '全部', year: '期間', fiscal: '年度', calendar: '暦年', fiscal_year: '%{year}年度（4月～）', fiscal_name: '%{year}年度', this_year: 'この年', last_year: '前の年', calendar_year: '%{year}年', total: '計', all: '合計', share: '構成比',
    chart_months: '月別', chart_rows: '%{group}（多い順に%{count}件）', none: 'この条件の件数はありません。年度や車種を変えてください。', choose_place: '%{group}の件数は、支部か事業者を選ぶと表示されます。', note: '手続完了は登録完了日（軽自動車は検査記録完了日）の月で数えます。依頼・申請はそれぞれの日、補正・却下・取下は操作の日の月で数えます。', month_short: '%{month}月', chart: '%{title}のグラフ', running: '%{day}現在。当月は途中までの件数です。', cases: '申請データを開く', file: '利用件数_%{group}_%{year}.xlsx', by_status: '手続中の申請（ステータス別）', no_open: '手続中の申請はありません。', status: '申請ステータス', waiting_count: '件数', open_list: '一覧を開く',
  },
} as const;
