/** 承認待ち: acts that wait for a second person (docs/decisions.md D-24). */
export const approvalWords = {
  approval: {
    hint: '「二人承認」が有効なとき、経理の操作は、別の本部経理が承認すると実行されます。期限を過ぎた依頼は実行されません。', off: '現在、設定の「二人承認」は無効です。経理の操作は、承認を待たずに実行されます。',
    waits: '承認待ちに登録しました。別の本部経理が承認すると実行されます（期限 %{until}）。', waits_already: '同じ操作が、すでに%{name}の依頼で承認待ちになっています（期限 %{until}）。', open: '承認待ちを開く',
    act: {
      close_month: '月次締め', publish_month: '明細の公開', reopen_month: '締めの再開', price: '料金の登録', adjustment: '調整', write_off: '協会負担', line_write_off: '協会負担（納付先の報告）', debit_accounts: '口座の取込', debit_file: '口座振替ファイルの作成',
    },
    state: { pending: '承認待ち', approved: '承認済', rejected: '却下', withdrawn: '取下', expired: '期限切れ' },
    what: '内容', approve: '承認', reject: '却下', withdraw: '取り下げ', decided: '決裁', by_at: '%{name} %{at}', own: '自分の依頼', own_hint: '自分の依頼は、ほかの本部経理が承認します。',
    approve_title: '「%{act}」を承認して実行します', approve_explain: '承認すると、すぐに実行されます。取り消せない操作もありますので、内容を確かめてください。', approved_done: '「%{act}」を承認し、実行しました。',
    changed_done: '依頼のあとで金額が変わったため、「%{act}」は実行していません。新しい金額の承認待ちをあなたの依頼で登録しました。別の本部経理が承認すると実行されます。',
    reject_title: '「%{act}」を却下します', reject_explain: '却下すると、この操作は実行されません。理由は依頼した人に表示されます。', rejected_done: '「%{act}」を却下しました。', note: '理由', note_optional: '備考（任意）',
    withdraw_title: '「%{act}」の依頼を取り下げます', withdraw_explain: '取り下げると、この操作は実行されません。', withdrawn_done: '「%{act}」の依頼を取り下げました。', running: '実行しています',
    month_text: '%{month}　明細%{count}件　引落合計 %{total}', price_text: '%{item}　%{from}から %{amount}（現在 %{before}）', adjustment_text: '%{code} %{name}　%{label}　%{amount}（%{tax}）', taxable: '課税対象・税込', untaxed: '課税対象外',
    write_off_text: '%{code} %{name}　%{fee}　受付番号%{number}（立替日 %{day}）%{amount}', line_write_off_text: '%{payee} %{month}　受付番号%{number}　%{amount}', debit_accounts_text: '%{file}（%{count}件）', debit_file_text: '引落日 %{day}　%{count}件　%{total}',
  },
} as const;

export const approvalResources = {
  approvals: {
    name: '承認待ち',
    fields: {
      id: '番号', act: '操作', payload: '内容', about: '内容', reason: '理由', state: '状態', requested_by_name: '依頼者', requested_at: '依頼日時', expires_at: '期限', decided_by_name: '決裁者',
      decided_at: '決裁日時', note: '決裁の理由',
    },
  },
} as const;
