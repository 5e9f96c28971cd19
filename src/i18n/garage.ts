/** What helps a garage to write requests: 予約送信, 車検証を読む, テンプレート, 前回の依頼, 取込, 車両台帳, APIキー. */
export const garageWords = {
  hold: {
    button: '予約送信', title: '予約送信', day: '送信する日', confirm: '予約する', save_hold: '確定して予約送信', cancel: '予約を取り消す', edit_day: '日付を変える',
    explain: 'この日のAINAS利用可能時間に、自動で送信します。予約したあとに依頼データを更新すると、予約は取り消されます。',
    first_free: '有効期間が短縮されない最初の日は %{date} です。', shortened: 'この日に申請すると、有効期間が短縮されます。', after_expiry: '有効期間満了日（%{date}）を過ぎています。', any_day: '有効期間満了日を入力すると、短縮されない最初の日が分かります。',
    waits: '予約送信：%{date} に自動で送信します。', problem: '予約送信ができませんでした：%{reason}', retry: '条件がそろうと、自動で送信します。',
    done: '%{date} の予約送信にしました。', cancelled: '予約送信を取り消しました。', saved_not_held: '保存しましたが、予約できませんでした。', past: '本日以降の日付を入力してください。',
    badge: '予約 %{date}', badge_problem: '予約できず',
  },
  certificate: {
    read: '車検証を読む', title: '車検証を読む', explain: '登録番号・車台番号・有効期間満了日などを、入力せずに取り込みます。読み取った内容は、車検証と見比べてください。',
    file: 'ファイル', camera: 'カメラ・写真', text: '文字の貼り付け', file_hint: '車検証閲覧アプリの「車検証情報取込みファイル」（JSON または CSV）を選んでください。',
    camera_start: 'カメラで読み取る', camera_stop: '読み取りを止める', camera_view: 'カメラの映像', take_photo: '写真を撮る', choose_photo: '写真を選ぶ',
    camera_hint: '車検証の二次元コードを写してください。順番は問いません。写真は1枚に何個写っていても、何枚に分けてもかまいません。',
    camera_problem: {
      refused: 'カメラの使用が許可されていません。ブラウザーの設定でこのサイトのカメラを許可するか、写真を選んでください。', absent: 'カメラが見つかりません。写真を選んでください。',
      busy: 'カメラを使えません。ほかのアプリがカメラを使っていないか確かめるか、写真を選んでください。', insecure: 'この接続（https でない）ではカメラを使えません。写真を選んでください。',
    },
    pieces: '読み取りの状況', piece_read: '読取済', piece_missing: '未読取',
    piece: { numbers_1: '登録番号・車台番号（1つ目）', numbers_2: '登録番号・車台番号（2つ目）', kei_numbers: '車両番号・車台番号', expiry: '有効期間満了日' },
    note: {
      reading: '読み取っています…', no_picture: 'このファイルは画像として開けません。JPEG か PNG の写真を選んでください。', no_code: '写真に二次元コードが見つかりませんでした。コードに近づき、明るい所で撮り直してください。',
      unreadable: '二次元コードを読み取れませんでした。汚れや折れ、ピントを確かめて撮り直してください。', foreign: '車検証の二次元コードではありません。', other_car: '別の車検証のコードを読んだため、前の車の読み取りを消しました。',
      failed: '二次元コードの読み取りを始められませんでした。通信を確かめて、もう一度お試しください。',
    },
    text_label: '二次元コードの文字（1つのコードを1行に）', text_hint: '読取機で読んだ文字を貼り付けます。順番は問いません。',
    nothing: '車検証の内容を読み取れませんでした。別のファイルか、ほかの二次元コードでお試しください。', found: '読み取った内容', use: 'この内容を入力する',
    before: '入力済み：%{before}', replaces: '入力済みの内容と違う項目があります。', replace: '入力済みの内容を、読み取った内容に置き換える',
    expires_missing: '電子車検証の二次元コードには有効期間満了日がありません。車検証閲覧アプリのファイルを使うか、入力してください。', filled: '車検証の内容を入力しました。',
  },
  former: {
    found: 'この車の前回の依頼（%{name}、%{date}）があります。', use: '前回の内容を写す', used: '前回の内容を写しました。', open: 'この車には、手続中の申請（%{name}）があります。二重の依頼でないかを確かめてください。', show: '申請を見る', draft: 'この車には、まだ送信していない依頼データ（%{name}）があります。', recent: 'この車は %{date} に手続が完了しています（%{name}）。もう一度申請すると、手数料も再度かかります。',
    chassis: '同じ登録番号の前回の依頼（%{name}）では、車台番号は %{chassis} です。車検証と見比べてください。保存したあとは直せません。',
    prefilled: '前回の依頼（%{name}）の内容を写しています。日付と、保適証・自賠責を確かめてください。',
  },
  template: {
    label: '申請テンプレート', none: '使わない', applied: '申請テンプレート「%{name}」を入力しました。', all_sites: '全拠点', all_sites_hint: '選ばないときは、全拠点で使えます。', both_kinds: '登録車・軽', default_yes: '既定', values_title: '入力する内容',
    empty_hint: 'テンプレートに入れた項目だけが、依頼データの画面に入力されます。', default_hint: '新しい依頼データで自動的に入力します', blank: '（入力しない）',
  },
  prerequisites: {
    title: '送信の前に確かめること', certificate: '電子保適証を登録し、登録情報処理機関へ提供済み', liability: '自賠責保険（電子）の契約と、登録情報処理機関への提供済み', checked: '%{date} に確認', links: '確認先',
    paper: '紙の保適証・紙の自賠責では申請できません。', hotekisho: '保適証サービス', portal: 'OSSポータル（登録車）', kei: '軽OSSポータル', card: 'お支払い情報登録サービス',
  },
  mandate: { portal: '国交省ポータルで作成した電子委任状', public_vehicle: '公用車（検査手数料免除）の電子委任状', hint: '国交省のポータルで作成した電子委任状だけが使えます。スキャンした書面は申請エラーになります。', set: '電子委任状設定', saved: '電子委任状を設定しました。', none: '電子委任状なし', day: '電子委任状の登録日', waived_hint: '免除を確かめてから選んでください。選ばないと、検査手数料を納付します。' },
  car: {
    next: '次の依頼を作る', calendar: '満了日のカレンダー', list: '一覧', due: '次の有効期間満了日', estimated: '推定', estimated_hint: '前回の完了日と登録番号から推定しています。車検証で確かめてください。',
    in_progress: '手続中', from: '短縮なしで申請できる日', weeks: '週ごと', months: '月ごと', cars: '満了する車', started: 'うち手続中', peak: '混み合う週', quiet: '空いている週', empty: 'この期間に満了する車はありません。',
    level_title: '平準化', level: '%{week}の週（%{count}台）のうち %{extra}台ほどは、%{quieter}の週に早めると平準化できます。', level_none: '大きな偏りはありません。', level_hint: '満了日の2か月前からは、有効期間を短縮せずに申請できます。',
    period: '表示する期間', period_choice: '%{months}か月', list_hint: '送信した依頼とAINASのデータから、車台番号ごとに1行で表示しています。', last: '前回の申請', week_of: '%{date}の週', show_cars: 'この週の車を見る', overdue: '満了日を過ぎています',
    count: '%{count}台',
  },
  api_key: {
    create: 'APIキーを作る', explain: '整備業務システムから依頼データを送るためのキーです。キーは、選んだ担当者の権限の範囲で使えます。', person: '担当者', may_send: '送信を許可', may_send_hint: '担当者（送信可）のキーだけに許可できます。許可しないと、依頼前として保存されます。',
    made_title: 'APIキーを作りました', made: 'このキーは、いまだけ表示されます。控えてから閉じてください。', copy: 'コピー', copied: 'コピーしました。', revoke: '失効する', revoke_title: 'APIキー「%{name}」を失効しますか？', revoke_text: '失効すると、このキーを使うシステムはすぐに接続できなくなります。元には戻せません。',
    revoked: '失効しました。', active: '有効', ended: '失効', never: '未使用', send_yes: '送信可', send_no: '下書きのみ', docs: '接続の仕様と呼び出しの例（英文）をダウンロード', close: '控えたので閉じる',
  },
  request_import: {
    title: '依頼データの取込', explain: 'Excel（.xlsx）または CSV の依頼データを読み、依頼前として登録します。エラーの行は登録されません。', template: '様式をダウンロード', template_name: '依頼データ取込様式', sheet: '依頼データ',
    again: 'このファイルは %{at} に取り込み済みです。もう一度取り込んでも、何も変わりません。', rows: '1回に取り込めるのは1,000行までです。', done: '%{count}件を依頼前として登録しました。', open_list: '依頼データを見る', check: '内容を確認', take_in: '取り込む',
    preview: '確認が終わりました。まだ登録していません。', nothing: '登録できる行がありません。',
    columns: {
      vehicle_kind: '車種', site_code: '拠点コード', plate_area: '標板', plate_class: '分類', plate_kana: '仮名', plate_number: '番号', small_plate: '小板', no_plate_class: '分類番号なし', chassis_no: '車台番号', re_stamped: '職権打刻',
      'user.ownership': '名義', 'user.name': '氏名又は名称（漢字）', 'user.representative': '代表者名（漢字）', 'user.address_1': '住所1', 'user.address_2': '住所2', cashless: 'キャッシュレス利用', certificate_period: '車検証有効期間',
      shortening_allowed: '短縮可', parking_fine_receipt: '放置違反金の領収書', planned_on: '申請予定日', receipt_by: '車検証等受取区分', update_method: '電子車検証更新区分', record_agent_no: '委託番号（申請個別指定）',
      certificate_no: '電子車検証管理番号', account_ref: '口座ID', mandate_kind: '委任状種別', mandate_on: '電子委任状の登録日', inspection_fee_waived: '検査手数料無料化', tech_fee_waived: '技術情報管理手数料無料化', inspection_expires_on: '有効期間満了日', inspected_on: '検査日', liability_ends_on: '自賠責の満期日', hotekisho_ready: '保適証登録済', liability_ready: '自賠責登録済',
      option_code: 'オプションコード', custom_1: '独自項目1', custom_2: '独自項目2', custom_3: '独自項目3', custom_4: '独自項目4', custom_5: '独自項目5', memo: 'メモ',
    },
  },
} as const;
