/** react-admin's own messages. */
export const ra = {
  action: {
    add_filter: '検索条件を追加', add: '追加', back: '戻る', bulk_actions: '%{smart_count}件を選択中', cancel: '取消', clear_array_input: 'すべて消去',
    clear_input_value: '消去', clone: '複製', confirm: '確定', create: '登録', create_item: '%{item}を登録', delete: '削除', edit: '更新', export: 'ダウンロード',
    list: '一覧', refresh: '最新の情報にする', remove_filter: 'この条件を外す', remove_all_filters: '条件をすべて外す', remove: '外す', reset: 'リセット',
    save: '確定', search: '検索', search_columns: '項目を探す', select_all: 'すべて選択', select_all_button: 'すべて選択', select_row: 'この行を選択',
    show: '照会', sort: '並べ替え', undo: '元に戻す', unselect: '選択を解除', expand: '開く', close: '閉じる', open_menu: 'メニューを開く',
    close_menu: 'メニューを閉じる', update: '更新', move_up: '上へ', move_down: '下へ', open: '開く', toggle_theme: '明るい表示と暗い表示を切り替える',
    select_columns: '表示項目', update_application: '新しい版を読み込む',
  },
  boolean: { true: '有', false: '無', null: '' },
  page: {
    create: '%{name}登録', dashboard: 'ダッシュボード', edit: '%{name}更新 %{recordRepresentation}', error: '問題が起きました', list: '%{name}',
    loading: '読み込んでいます', not_found: 'ページが見つかりません', show: '%{name}照会 %{recordRepresentation}', empty: '%{name}はまだありません。',
    invite: '登録しますか。', access_denied: 'この画面を開く権限がありません', authentication_error: 'ログインの状態を確かめられません',
  },
  input: {
    file: { upload_several: 'ファイルをここに置くか、選択してください。', upload_single: 'ファイルをここに置くか、選択してください。' },
    image: { upload_several: '画像をここに置くか、選択してください。', upload_single: '画像をここに置くか、選択してください。' },
    references: {
      all_missing: '参照先のデータが見つかりません。', many_missing: '参照先の一部が見つかりません。', single_missing: '参照先のデータが見つかりません。',
    },
    password: { toggle_visible: 'パスワードを隠す', toggle_hidden: 'パスワードを表示する' },
  },
  message: {
    about: 'この画面について', access_denied: 'この画面を開く権限がありません。', are_you_sure: 'よろしいですか。',
    authentication_error: 'ログインの状態を確かめられませんでした。少し待ってから、もう一度お試しください。', auth_error: 'ログインの状態を確かめられませんでした。',
    bulk_delete_content: '%{smart_count}件の%{name}を削除します。よろしいですか。', bulk_delete_title: '%{name}の削除',
    bulk_update_content: '%{smart_count}件の%{name}を更新します。よろしいですか。', bulk_update_title: '%{name}の更新',
    clear_array_input: 'すべて消去します。よろしいですか。', delete_content: 'この%{name}を削除します。よろしいですか。',
    delete_title: '%{name}の削除 %{recordRepresentation}', details: '詳細', error: '処理できませんでした。',
    invalid_form: '入力に誤りがあります。赤く示した項目を直してください。', loading: 'しばらくお待ちください', no: 'いいえ',
    not_found: 'アドレスが誤っているか、リンクが古くなっています。', select_all_limit_reached: '件数が多いため、先頭の%{max}件だけを選択しました。',
    unsaved_changes: '確定していない入力があります。入力を捨てて移動しますか。', yes: 'はい', placeholder_data_warning: '通信できないため、前の表示のままです。',
  },
  navigation: {
    clear_filters: '条件をリセット', no_filtered_results: '条件に合う%{name}はありません。', no_results: '表示するデータはありません。',
    no_more_results: '%{page}ページはありません。前のページを開いてください。', page_out_of_boundaries: '%{page}ページはありません',
    page_out_from_end: '最後のページです', page_out_from_begin: '最初のページです', page_range_info: '%{offsetBegin} - %{offsetEnd} / %{total} 件',
    partial_page_range_info: '%{offsetBegin} - %{offsetEnd} / %{offsetEnd}件以上', current_page: '%{page}ページ', page: '%{page}ページへ',
    first: '最初のページへ', last: '最後のページへ', next: '次', previous: '前', page_rows_per_page: '表示数', skip_nav: '本文へ移動',
  },
  sort: { sort_by: '%{field}の%{order}に並べ替え', ASC: '昇順', DESC: '降順' },
  auth: {
    auth_check_error: 'ログインしてください。', user_menu: '利用者', username: 'ユーザID', password: 'パスワード', email: 'メールアドレス', sign_in: 'ログイン',
    sign_in_error: 'ログインできませんでした。', logout: 'ログアウト',
  },
  notification: {
    updated: '更新しました。', created: '登録しました。', deleted: '削除しました。', bad_item: 'データに誤りがあります。',
    item_doesnt_exist: 'データが見つかりません。', http_error: 'サーバーと通信できませんでした。', data_provider_error: 'データを取得できませんでした。',
    i18n_error: '表示の言葉を読み込めませんでした。', canceled: '取り消しました。', logged_out: 'ログインの期限が切れました。もう一度ログインしてください。',
    not_authorized: 'この操作の権限がありません。', application_update_available: '新しい版があります。', offline: '通信できません。接続を確かめてください。',
  },
  validation: {
    required: '入力してください', minLength: '%{min}文字以上で入力してください', maxLength: '%{max}文字以内で入力してください', minValue: '%{min}以上で入力してください',
    maxValue: '%{max}以下で入力してください', number: '数字で入力してください', email: 'メールアドレスの形が正しくありません', oneOf: '選択肢から選んでください',
    regex: '形式が正しくありません', unique: 'すでに使われています',
  },
  saved_queries: {
    label: '保存した検索', query_name: '名前', new_label: 'この条件を保存', new_dialog_title: '検索条件の保存', remove_label: '保存した検索を削除',
    remove_label_with_name: '「%{name}」を削除', remove_dialog_title: '保存した検索の削除', remove_message: 'この検索を一覧から外します。よろしいですか。',
    help: '検索してから保存できます',
  },
  guesser: { empty: { title: '表示するデータはありません', message: '' } },
  configurable: {
    customize: '表示の設定', configureMode: 'この画面を設定する',
    inspector: { title: '設定', content: '設定したい部分を選んでください', reset: '設定をリセット', hideAll: 'すべて隠す', showAll: 'すべて表示' },
    Datagrid: { title: '一覧', unlabeled: '項目 %{column}' }, SimpleForm: { title: 'フォーム', unlabeled: '項目 %{input}' },
    SimpleList: { title: '一覧', primaryText: '1行目', secondaryText: '2行目', tertiaryText: '右端' },
  },
} as const;
