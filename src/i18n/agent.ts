/** 代理人情報 and 到達番号パスワード. */
export const agentWords = {
  agent: {
    title: '代理人情報', branch: '支部', choose_branch: '支部を選ぶと、その支部の代理人情報を表示します。',
    certificates: '代理人証明書情報', certificates_none: '代理人証明書が登録されていません。登録するまで代理申請はシステムエラーになります。', add: '証明書を追加', edit: '修正', kind: '証明書の種類', holder: '名義', serial_no: 'シリアル番号', starts_on: '利用開始日', ends_on: '有効期限', revoked_on: '失効日', note: '備考', state: '状態', saved: '代理人情報を保存しました。', certificate_title: '代理人証明書', in_use: '本日の申請に使用',
    used_hint: '利用開始日が申請日以前で、申請日に最も近い証明書が使われます。証明書そのものは、ここには登録しません。', kind_refused: 'この証明書は代理申請に使えません。代理人が振興会のときは、商業登記電子証明書だけを使えます。', starts_hint: 'この日の申請から使われます。', revoked_hint: '役員・所在地の変更などで失効したときに入れます。失効の有無は法務局・認証局へ確認してください。',
    alert_none: '有効な代理人証明書がありません。代理申請はAINASでシステムエラーになります。', alert_revoked: '使用中の代理人証明書は失効しています。新しい証明書を登録するまで代理申請はできません。', alert_expired: '使用中の代理人証明書は有効期限を過ぎています（%{date}）。', alert_ending: '使用中の代理人証明書の有効期限が近づいています（%{date}）。変更等申込書と新しい証明書を早めに送ってください。', alert_link: '代理人情報を開く',
    filed_without: '処理しましたが、有効な代理人証明書が登録されていません。AINASではシステムエラーになります。代理人情報を確かめてください。',
    pickup: '軽証明書等管理業者名', kei_pickup_name: 'AINASに登録した名称', kei_pickup_filed: '軽検協に届け出た名称', pickup_hint: '軽検協事務所等で受け取るには、届出の名称と一字一句（番号を含む）同じでなければなりません。', pickup_same: '一致しています。', pickup_differs: '%{place}文字目から異なります（AINAS「%{a}」、届出「%{b}」）。このままでは受取を断られます。', pickup_missing: 'どちらかが登録されていません。', copy: 'コピー', copied: 'コピーしました。',
    accounts: '一括利用者アカウント', registered_user_id: '登録車 一括利用者ID', registered_payment: '登録車 納付形態', kei_user_id: '軽 一括利用者ID', kei_payment: '軽 納付形態', accounts_edit: '名称・アカウントを変更',
    passwords: '到達番号パスワード', passwords_hint: '暗号化して保管します。一覧や出力には表示されません。申請の画面で、申請日時に有効だったものだけを表示でき、表示した記録が残ります。変更は、その後の申請から有効です。', passwords_none: '登録されていません。', password_add: '新しいパスワードを登録', password: '到達番号パスワード', password_again: '確認のため再入力', vehicle: '車種', valid_from: '利用開始日時', valid_from_hint: '空欄のときは今からです。', valid_to: '終了日時', until_now: '使用中', registered_by: '登録者', password_saved: '到達番号パスワードを登録しました。', password_differs: '2つの入力が違います。', password_bad: '半角英数字・記号で60文字以内にしてください。',
    reveal: '到達番号パスワードを表示', reveal_hint: '表示したことは操作履歴に残ります。', revealed: '%{at}から有効なもの。30秒後に隠します。', hide: '隠す', required: '入力してください。', order: '有効期限は利用開始日以後にしてください。',
  },
  out: {
    title: 'AINASへ出力', hint: '代理申請待ちの依頼を、AINASの列のファイルにします。AINASで代理申請したあと、AINASのファイルをデータ取込で取り込むと、同じ申請として更新されます（入力し直す必要はありません）。', waiting: '代理申請待ち', before: 'うち出力済み', cases: '今回出力', again: '出力済みも含める', again_warning: '出力済みの%{count}件をもう一度出力します。AINASで二重に申請しないよう確かめてください。',
    last: '前回 %{at} %{who} %{count}件', last_none: 'まだ出力していません。', skipped: 'AINAS依頼人組織IDが登録されていないため、%{count}件は出力できません：%{names}', format: 'ファイルの形式', csv: 'CSV（Shift_JIS）', xlsx: 'Excel形式', run: '出力する', done: '%{count}件を出力しました。', only_ticked: '選択した%{count}件だけを対象にします。', mark: '出力済', marked: 'AINASへ出力済み %{at} %{who}', file_name: 'AINAS依頼', import: 'AINASの結果を取り込む',
  },
  portal: {
    edit: 'ポータルの情報を入力', title: 'ポータルの情報（%{name}）', hint: 'OSSポータル・軽OSSポータルで確認した内容を入れます。受付番号は「申請受付」、納付日は納付の操作で記録します。', saved: 'ポータルの情報を保存しました。', due: '%{fee} 納付期限日',
    message_flag: 'メッセージ有', notice_flag: '運輸支局等・軽検協事務所等からのお知らせ有', due_notice_flag: '期限等お知らせ有', inspection_fee_waived: '検査手数料無料化', tech_fee_waived: '技術情報管理手数料無料化', hotekisho_obtained: '保安基準適合証取得', liability_obtained: '自賠責保険証取得', review_requested_at: '検査記録審査依頼日時', record_agent_name: '記録等事務代行名称', issue_judgement: '記録等事務代行交付可能判定結果', oss_status_raw: '申請状況ステータス', resume_status_raw: '手続再開ステータス', filing_office: '申請先',
  },
  certificate_kind: { commercial_registration: '商業登記電子証明書', scrivener: '行政書士電子証明書', my_number_card: 'マイナンバーカード' },
  certificate_state: { none: '未登録', revoked: '失効', expired: '期限切れ', ending: '期限間近', valid: '有効', future: '利用開始前', past: '終了' },
  payment_form: { direct: 'ダイレクト納付', direct_treasury: 'ダイレクト納付(国庫金限定)', bulk: 'まとめ払い' },
} as const;
