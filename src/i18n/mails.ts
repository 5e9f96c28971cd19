/** What stands in mails (docs/decisions.md D-35). Not in the catalogue: only who words a mail needs it. */
export const mailTemplates = {
  subject: {
    fee_details: '【継続検査OSS】納付明細のお知らせ（%{count}件）', advances: '【継続検査OSS】%{month}の立替実績のお知らせ',
    ainas_registered: 'OSS申請共同利用システム(AINAS)登録完了のお知らせ', debit_notice: '【継続検査OSS】口座振替のお知らせ（%{day} %{count}件 約%{amount}）',
    address_confirmation: '【継続検査OSS】メールアドレスの確認', contact_card: '【継続検査OSS】振興会からの連絡があります', contact_card_again: '【継続検査OSS】（再送）振興会からの連絡があります',
  },
  body: {
    fee_details: '手続が完了した申請の「検査手数料・技術情報管理手数料・重量税明細」を出力できます。', fee_details_day: '%{day}完了　%{count}件', fee_details_late: '%{day}完了　%{count}件（追加）', fee_details_total: '合計　%{count}件',
    fee_details_note: '※この納付明細は領収証ではありません。',
    advances: '%{month}の「軽OSS検査手数料・技術情報管理手数料立替実績」を出力できます。', advances_total: '%{count}件　%{amount}', advances_note: '※この金額は、後日、口座振替により請求します。',
    ainas_registered: 'OSS申請共同利用システム(AINAS)への登録が完了しました。管理システムの「事業者／事業場情報照会」から、AINAS利用登録通知書とAINASクライアント証明書等をダウンロードしてください。',
    debit_notice: '明日 %{count}件 約%{amount}の口座振替を予定しています。残高をご確認ください。', debit_notice_day: '引落予定日　%{day}',
    address_confirmation: 'このメールアドレスが、納付明細などの送付先として登録されました。7日以内に次のページを開き、「確定」を押してください。確認が終わるまで、ほかのメールは送られません。',
    address_confirmation_note: 'お心当たりがない場合は、このメールを破棄してください。何も送られません。',
    contact_card: '申請について、所属する振興会からご確認いただきたいことがあります。', contact_card_count: '回答をお待ちしている連絡　%{count}件',
  },
  open: '次のページからログインしてご覧ください。', open_confirmation: '確認のページ',
  footer: '継続検査OSS 代理申請管理システム', no_reply: 'このメールは送信専用です。お問い合わせは、所属する振興会へお願いします。',
} as const;

/** 送信履歴, and the page where an address is confirmed. */
export const mailWords = {
  mails: {
    title: '送信履歴', kind: {
      fee_details: '明細', advances: '立替実績', ainas_registered: '登録完了', debit_notice: '口座振替のお知らせ', address_confirmation: 'メールアドレスの確認', contact_card: '連絡', general: 'お知らせ' },
    state: { queued: '送信待ち', sending: '送信中', sent: '送信済', failed: '送信できず', cancelled: '取りやめ' },
    subject: '件名', body: '本文', error: { no_answer: '送信の途中で応答がなくなりました。' }, resend: '再送', resent: '再送を受け付けました。', resend_title: 'このメールを再送しますか', resend_text: '現在の送付先へ、同じ内容をもう一度送ります。',
    attempts: '%{count}回', resent_from: '再送元', asked_by: '再送した人', by_clock: '自動', cancelled_hint: '送る前に送付先が変わったか、確認が取り消されたため、送りませんでした。', next_try: '次の送信',
    empty: '送信したメールはまだありません。明細は完了の翌日の早朝、立替実績は毎月1日の早朝に送られます。',
    confirmed: '確認済（%{at}）', unconfirmed: '未確認', unconfirmed_hint: '確認のメールの「確定」が押されるまで、明細などは送られません。', send_confirmation: '確認のメールを送る', confirmation_sent: '%{to} へ確認のメールを送ります。',
  },
  confirm_mail: {
    title: 'メールアドレスの確認', text: '納付明細などを、このメールを受け取ったアドレスへ送ります。よろしければ「確定」を押してください。', done: 'メールアドレスを確認しました。次の送付からこのアドレスへ送ります。',
    no_token: 'リンクが途中で切れています。メールに書かれたアドレスの全体を開いてください。', to_sign_in: 'ログインのページへ',
  },
} as const;
