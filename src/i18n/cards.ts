/** 連絡カード. */
export const cardWords = {
  card: {
    title: '連絡カード', menu: '連絡カード', send: '連絡カードを送る', send_title: '連絡カードを送る（%{count}件）', send_do: '送る', sent: '連絡カードを送りました。', 
    send_hint: '事業者の画面とメールに届きます。回答はそのまま補正・再申請に使えます。電話やFAXで受けるときは、印刷して送ることもできます。',
    kind: '種類', question: '連絡・質問', fields: '入力してもらう項目', due_on: '回答の期限', due_hint: 'この日から回答があるまで、営業日ごとに自動で催促します（5回まで）。', consent: '承諾の文', consent_hint: '事業者はこの文に承諾するかしないかを答えます。だれがいつ答えたかは証拠として残り、変更できません。',
    none: '連絡カードはありません。', none_garage: '支部からの連絡カードはありません。補正・却下・短縮の確認などがあると、ここに届きます。', print: '印刷', answer: '回答する', answer_again: '回答し直す', answer_title: '回答', answered: '回答しました。支部が確認して手続を進めます。', sheet_answer: '用紙の回答を入力',
    agreed: '承諾します', refused: '承諾しません', agree_ask: '承諾するかどうかを選んでください。', agree_preparer: '承諾は、送信の権限がある方または管理者が行います。', signed_name: '用紙に署名した方', note: '支部への連絡', note_need: '入力してもらう項目がないときは、対応した内容を書いてください。',
    take: '回答を反映', take_title: '回答を反映して終了', take_hint: '次の値を申請データに反映します。直してから反映することもできます。使用者の内容は履歴には残しません。', take_none: '反映する値はありません。カードを終了します。', taken: '回答を反映し、カードを終了しました。', close: '終了', cancel: '取り消す', closed: 'カードを終了しました。',
    to_answer: '回答待ちの連絡カードが%{count}件あります', state_waits: '回答待ち %{date}まで', reminded: '催促%{count}回', by: '%{at} %{who}', age: '%{days}日経過', age_today: '本日', on_behalf: '本部が代行', answered_by: '回答 %{at} %{who}（%{via}）', closed_by: '終了 %{at} %{who}',
    consent_line: '%{at} %{who}（%{role}）：%{answer}', consent_sheet: '署名 %{name}、入力 %{who}', hidden: '回答の内容は、事業者と代理人の支部だけに表示されます。',
    sheet_title: '連絡カード（回答書）', sheet_to: '%{name} 御中', sheet_answer_by: '回答期限', sheet_reply: 'ご回答', sheet_sign: '回答された方のお名前（署名）', sheet_date: '回答日', sheet_note: '連絡事項', sheet_hint: 'この用紙は、画面から回答できないときにご使用ください。ご記入のうえ、発信元の支部へお送りください。', sheet_yes: '□ 承諾します　　　□ 承諾しません', car: '自動車', phone: '電話 %{phone}', draft_shortening: 'いま申請すると車検証の有効期間が短縮されます。このまま申請してよいか、ご回答ください。',
    draft_consent: '有効期間満了日（%{expires}）の2か月前より早く申請するため、車検証の有効期間が短縮されることを承諾します。', draft_consent_plain: '有効期間満了日の2か月前より早く申請するため、車検証の有効期間が短縮されることを承諾します。',
    draft_correction: '補正を求められました。内容を確かめ、対応をお知らせください。電子保適証に誤りがあるときは、引戻し・訂正・再登録をお願いします。', draft_reason: '内容：%{reason}', draft_not_accepted: '受け付けられませんでした（未受付）。電子車検証更新区分と記録等事務代行者委託番号を確かめ、入力してください。', draft_void: '期限などにより無効になりました。再申請してよいか、お知らせください。', draft_error: '申請エラーになりました。内容を確かめ、対応をお知らせください。', draft_rejection: '却下されました。使用者の氏名・住所などを、車検証のとおりに入力してください。電子保適証は引戻し・再登録をお願いします。', draft_balance: '納付の引落ができませんでした。ダイレクト納付口座の残高を確かめ、入金しましたらお知らせください。',
    to_list: '連絡カードの一覧', newer: '前', older: '次', back: '戻る', past: '本日以降の日付を入力してください。',
  },
  card_kind: { correction: '補正', rejection: '却下・未受付', shortening: '短縮の確認', balance: '残高不足' },
  card_state: { open: '回答待ち', answered: '回答あり', closed: '終了', cancelled: '取消' },
  card_via: { app: '画面', sheet: '用紙' },
  card_field: {
    ownership: '名義', name: '氏名又は名称（漢字）', representative: '代表者名（漢字）', address_1: '住所1', address_2: '住所2', shortening_allowed: '車検証有効期間短縮可否', parking_fine_receipt: '放置違反金の領収書',
    update_method: '電子車検証更新区分', record_agent_no: '記録等事務代行者委託番号', certificate_no: '電子車検証管理番号', account_ref: '口座ID',
  },
  card_yes: { shortening_allowed: '短縮可', parking_fine_receipt: '領収書あり' },
  card_no: { shortening_allowed: '短縮否', parking_fine_receipt: '領収書なし' },
} as const;
