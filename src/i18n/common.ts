/** Words that every screen uses, and the names of roles and kinds. */
export const common = {
  action: {
    search: '検索', reset: 'リセット', confirm: '確定', back: '戻る', back_to_list: '一覧に戻る', download: 'ダウンロード', cancel: '取消', close: '閉じる', reload: '再読み込み',
    delete: '削除', edit: '更新', create: '登録', choose_file: 'ファイルを選ぶ', change_file: '別のファイルを選ぶ', print: '印刷', undo: '元に戻す', execute: '実行',
    details_show: '詳細条件', details_hide: '詳細条件を隠す', columns: '表示項目', export_list: 'ダウンロード',
  },
  format: { money: '%{amount}円', money_negative: '▲%{amount}円', count: '%{count}件', none: '－', month: '%{year}年%{month}月' },
  boolean: { yes: '有', no: '無' },
  role: {
    hq_admin: '本部管理者', hq_finance: '本部経理', hq_viewer: '本部閲覧', auditor: '監査', branch_admin: '支部管理者', branch_staff: '支部担当者',
    requester_admin: '管理者', site_admin: '拠点管理者', submitter: '担当者（送信可）', preparer: '担当者（送信不可）',
  },
  vehicle_kind: { registered: '登録車', kei: '軽自動車' },
  fee_kind: { inspection: '検査手数料', tech_info: '技術情報管理手数料', weight_tax: '自動車重量税' },
  fee_status: { due: '納付待ち', paid: '納付済', failed: '納付失敗', waived: '無料' },
  outcome: {
    open: '手続中', completed: '手続完了', rejected: '却下', not_accepted: '未受付', withdrawn: '取下', void: '無効', system_error: 'システムエラー',
  },
  application_type: { initial: '初回', refiled: '再申請' },
  event_source: { screen: '画面', import: '取込', api: 'システム連携', schedule: '自動' },
  collection: { head_office: '本部口座振替', branch: '支部徴収' },
  debit_cycle: { '6': '6日振替', '27': '27日振替' },
  contract_status: { active: '利用中', suspended: '停止中', left: '退会' },
  onboarding_status: {
    received: '申込受付', incomplete: '書類不備', sent: '日整連送付済', ainas_pending: 'AINAS登録中', registered: '登録完了', sites_ready: '拠点・ユーザー登録済',
    account_pending: '口座開通待ち', in_use: '利用開始', changing: '変更手続中', left: '退会',
  },
  site_status: { pending: '届出中', active: '利用中', closed: '廃止' },
  statement_status: { draft: '作成中', closed: '締め済', published: '公開済', cancelled: '取消' },
  notice_audience: { all: '全ての利用者様', registered: '登録車申請を行う利用者様', kei: '軽自動車申請を行う利用者様' },
  advance_state: { recorded: '記録', matched: '照合', billed: '請求', collected: '回収', written_off: '協会負担', investigate: '要調査' },
  range: { from: '開始', to: '終了', between: '～' },
  list: {
    total_count: '%{total} 件', previous: '前', next: '次', capped: '10,000件以上', page_info: '%{from} - %{to} / %{total}', per_page: '表示数', pages: 'ページ', no_options: '該当するものはありません。', rows: '%{count}件', selected: '%{count}件を選択中',
    clear_selection: '選択を解除', empty_filtered: '条件に合うデータはありません。', empty_filtered_hint: '条件を変えるか、リセットしてください。',
    empty: '表示するデータはありません。', filters: '検索条件', sort_by: '並べ替え', active_filters: '検索中の条件', remove_filter: '「%{label}」の条件を外す',
    exporting: 'ダウンロードを準備しています。', export_capped: '先頭の%{count}件だけをダウンロードしました。条件を絞ると、残りも取り出せます。',
  },
  /** Why a list is empty and what fills it. */
  empty: {
    applications: '申請データは、依頼データの送信かデータ取込で増えます。',
    requesters: '事業者は、本部がデータ取込または登録で追加します。',
    sites: '事業場は、事業者の登録かデータ取込で増えます。',
    branches: '支部は、システムの初期データで登録されます。',
    members: 'ユーザーは、「登録」から追加します。',
    statements: '引落予定明細は、月次締めを公開すると表示されます。',
    notices: 'お知らせが登録されると、ここに表示されます。',
    imports: 'データ取込を行うと、ここに記録されます。',
    approvals: '「二人承認」が有効なとき、経理の操作が承認を待つと、ここに表示されます。',
  },
  result: {
    done: '%{count}件を処理しました。', partly: '%{done}件を処理しました。%{failed}件は処理できませんでした。', failed: '%{failed}件を処理できませんでした。', reason: '理由',
  },
  dialog: { typed_prompt: '確認のため、「%{word}」と入力してください。', typed_label: '確認' },
  file: { drop: 'ファイルをここに置くか、選択してください。', chosen: '%{name}（%{size}）', wrong_type: 'このファイルの種類は取り込めません。使える種類: %{types}' },
  progress: { running: '処理しています', of: '%{done} / %{total} 件' },
} as const;
