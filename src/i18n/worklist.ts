/** 作業一覧 and 連絡. */
export const workWords = {
  work: {
    title: '作業一覧', branch: '支部', choose_branch: '支部を選ぶと、その支部の作業一覧を表示します。', queues: '作業の種類', cases: '件', overdue: '期限超過 %{count}件', soon: '3日以内 %{count}件', no_deadline: '期限の近いものはありません',
    queue: { file: '代理申請待ち', fees: '手数料納付待ち', weight_tax: '重量税納付待ち', contact: '補正・連絡', hand_over: '交付待ち' },
    empty: {
      file: '代理申請を待つ依頼はありません。事業者が送信すると、ここに並びます。', fees: '手数料の納付を待つ申請はありません。申請が受け付けられると、ここに並びます。',
      weight_tax: '自動車重量税の納付を待つ申請はありません。審査が完了すると、ここに並びます。', contact: '補正・却下・エラーの申請も、返事を待つ連絡もありません。', hand_over: '交付を待つ申請はありません。自動車重量税を納付すると、ここに並びます。',
    },
    column: { tick: '選択', due: '期限', age: '滞留', plate: '登録番号／車両番号', number: '申請ID', place: '事業者・事業場', status: 'ステータス', contact: '最後の連絡' },
    days: '%{days}日', today: '当日', due_over: '%{date}（%{days}日超過）', due_today: '%{date}（本日）', due_in: '%{date}（あと%{days}日）',
    forecast: '予約送信', forecast_today: '本日 %{count}件', forecast_tomorrow: '明日 %{count}件', forecast_week: '7日以内 %{count}件', forecast_stuck: '送信できず %{count}件', forecast_list: '予約送信の一覧',
    ticked: '選択 %{count}件', current: 'この申請に', tick_all: '表示中のすべてを選択', tick_one: '%{name}を選択', more: 'さらに表示', shown: '%{shown}件を表示 / 全%{total}件', refreshed: '%{at} 更新（変更があれば自動で更新）', company: '事業者', all_companies: 'すべての事業者', company_count: '%{name}（%{count}件）', left: '選択していた%{count}件は、ほかの人の処理などでこの一覧から移りました。',
    key_none: '選択した申請には、このキーで行える操作はありません。', open: '開く', record: '連絡を記録',
    help: 'キーの使い方', help_hint: 'キーの位置で働くので、日本語入力のままで使えます。何も選択していないときは、枠のある行に行います。',
    keys: {
      move: '次の行・前の行', tick: '選択・解除', tick_all: '表示中のすべてを選択・解除', file: '代理申請', pay: '納付', refile: '再申請', hand_over: '交付', contact: '連絡を記録', card: '連絡カードを送る', open: '申請を開く（編集）',
      queue: '作業の種類を切り替え', clear: '選択を解除', help: 'この説明',
    },
  },
  contact: {
    title: '連絡', add: '連絡を記録', add_title: '連絡を記録（%{count}件）', contacted: '連絡した相手', channel: '方法', said: '内容', follow_up_on: '返事の期限', follow_up_hint: '返事を待つときに入れます。期限のある連絡は、作業一覧の「補正・連絡」に並びます。',
    save: '記録する', saved: '連絡を記録しました。', none: '連絡の記録はありません。', waiting: '返事待ち %{date}まで', answered: '完了 %{at} %{who}', close: '完了にする', closed: '連絡を完了にしました。', on_behalf: '本部が代行',
    required: '入力してください。', too_long: '%{max}文字以内で入力してください。', past: '本日以降の日付を入力してください。',
  },
  contact_channel: { phone: '電話', mail: 'メール', visit: '面談' },
} as const;
