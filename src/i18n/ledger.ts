/** 納付先照合, 立替金元帳, 調整・協会負担, 支部手数料, and what another price would have billed. */
export const ledgerWords = {
  payees: {
    title: '納付先照合', month: '報告月', all_months: 'すべての月', report: '報告', form: { lines: '受付番号別', totals: '合計のみ' }, none_yet: '報告は届いていません。', ours: '当会', ours_own: '当会（自支部）', theirs: '納付先', theirs_all: '納付先（全国）', imported: '取込 %{at}',
    totals_hint: '受付番号のない報告です。支部ごとの件数と金額で照合し、請求は当会の立替記録で行います。合わない支部は、納付先に受付番号別の報告を求めてください。',
    agree: '件数・金額とも一致しています。', state_line: '%{state} %{count}件　%{amount}　最長%{oldest}日', no_differences: '開いている差異はありません。', branches: '支部別の違い', age: '%{days}日', empty: '差異はありません。',
    state: { only_ours: '当会だけ', investigate: '要調査', only_theirs: '未帰属', twice_theirs: '重複', amount_differs: '金額が違う', month_differs: '月が違う' },
    todo: {
      only_ours: '翌月以降の報告と照合します。請求はまだ行いません。', investigate: '2回の締めを過ぎました。納付先に確かめ、納付がなければ協会負担にしてください。', only_theirs: '申請を探して割り当てるか、納付先に訂正を求めてください。',
      twice_theirs: '1件だけ請求します。納付先に確かめてください。', amount_differs: '納付先の金額で請求します。確かめたら確認済にしてください。', month_differs: '納付先の月で請求します。確かめたら確認済にしてください。',
    },
    attribute: '申請に割り当て', attribute_title: '受付番号%{number}（%{amount}）を申請に割り当てます', attribute_explain: '割り当てた申請の事業者に、最初の未締めの月で請求します。', find: '申請を探す（申請ID、依頼番号、受付番号、車台番号）', found: '%{count}件見つかりました。', not_found: '該当する申請はありません。', choose: '割り当てる申請を選んでください。', attributed: '申請に割り当てました。',
    act: '対応', choose_act: '対応を選ぶ', borne: '協会負担', corrected: '納付先が訂正', checked: '確認済', settle_title: '受付番号%{number}を「%{as}」にします', reason: '理由', settled: '「%{as}」にしました。', write_off_title: '受付番号%{number}（%{amount}）を協会負担にします', write_off_explain: 'この立替は、どの事業者にも請求しません。', to_imports: 'データ取込を開く', to_closing: '月次締めを開く',
  },
  ledger: {
    title: '立替金元帳', month: '月', group: '集計', by: { payee: '納付先別', branch: '支部別', company: '事業者別' }, payee: { keikenkyo: '軽検協', kikou: '機構', other: '利用料金ほか', credit: '前受' }, whole: '全体', code: 'コード', name: '名称', part: '納付先・区分',
    book: '立替と請求（当会の金額）', opening: '月初残高', advanced: '立替', billed: '請求', written_off: '協会負担', closing: '月末残高', receivables: '請求と回収', collected: '回収', ageing: '未収の経過日数別内訳（今日現在、引落予定日から）', not_due: '期日前', days_30: '30日以内', days_60: '60日以内', days_90: '90日以内', older: '90日超', credit: '前受', total: '合計',
    balanced: '残高はすべて一致しています。', faults: '一致しない残高が%{count}件あります。システム管理者へお知らせください。', empty: 'この月の動きはありません。', file: '立替金元帳_%{month}_%{group}.xlsx', hint: '月初残高＋立替－請求－協会負担＝月末残高。請求＝引落予定明細に載せた月。回収は古い明細から充て、明細の中では軽検協、機構、利用料金ほかの順です。',
    deposit: '予納残高（軽検協）', deposit_none: '予納金が登録されていません。', balance: '残高', a_day: '1日あたり', days_left: 'あと約%{days}日', no_pace: '直近30日の立替がありません。', since: '%{day}から　予納 %{paid_in}　使用 %{drawn}', deposit_add: '予納金を登録', deposit_day: '予納日', deposit_amount: '金額（戻りは負の数）', deposit_note: '備考', deposit_done: '予納金を登録しました。', deposit_explain: '最初の登録には、その日の残高を入力してください。',
  },
  corrections: {
    title: '調整・協会負担', adjustments: '調整', write_offs: '協会負担', add: '調整を登録', add_title: '調整の登録', add_explain: '最初の未締めの月の引落予定明細に載せます。返すときは負の金額を入力してください。', company: '事業者', amount: '金額（税込、返すときは負）', tax: '消費税', taxable: '課税対象（税率10%）', untaxed: '課税対象外', label: '明細の表示', reason: '理由', saved: '調整を登録しました。',
    return: '返還', month: '請求月', kind: { manual: '手入力', payee_difference: '納付先差額', hotekisho_difference: '保適証差額' }, note_return: '課税対象の負の調整は、適格返還請求として明細に表示されます。', must_be_yen: '0以外の整数で入力してください。', fill: '入力してください。', write_off_hint: '立替の協会負担は、納付先照合の一覧から行います。', to_payees: '納付先照合を開く',
  },
  branch_fees: {
    title: '支部手数料', month: '利用年月', download_xlsx: 'Excel出力', download_pdf: 'PDF出力', branch: '支部', registered: '登録車', kei: '軽自動車', quantity: '件数', unit_price: '単価', amount: '手数料（税込）', tax: '内消費税', total: '合計', empty: 'この月の完了はありません。', hint: '請求した月で数えます。締めた月の件数は変わりません。', no_price: '支部手数料の単価が登録されていません。料金・手数料に登録してください。', to_prices: '料金・手数料を開く',
    ainas: 'AINASの請求との照合', ours: '当会の完了', theirs: 'AINASの請求', gap: '差', book: '請求を登録', book_title: '%{month}のAINASの請求', count: '件数', bill_amount: '金額（税込）', note: '備考', booked: 'AINASの請求を登録しました。', not_booked: '未登録',
  },
  what_if: {
    title: '料金を変えた場合の試算', item: '項目', amount: '新しい料金', month: '利用年月', run: '試算', result: '%{month}の%{count}件で、%{before} が %{after} になります（%{difference}）。', none: '%{month}に該当する件数はありません。', explain: '実際の件数に新しい料金を当てはめます。登録や請求は行いません。',
  },
} as const;

export const ledgerResources = {
  payee_differences: {
    name: '納付先照合',
    fields: {
      id: '番号', payee: '納付先', month: '報告月', state: '差異', vehicle_kind: '車種', acceptance_no: '受付番号', own_amount: '当会の金額', payee_amount: '納付先の金額', difference: '差額', since: '納付日', age_days: '経過日数',
      requester_id: '事業者', requester_code: '事業者コード', requester_name: '事業者名称', agent_branch_id: '代理人', branch_code: '支部コード', branch_name: '支部', todo: 'すること',
    },
  },
  adjustments: {
    name: '調整',
    fields: { id: '番号', month: '請求月', requester_id: '事業者', 'requester.code': '事業者コード', 'requester.name': '事業者名称', kind: '種類', taxable: '消費税', amount: '金額', label: '明細の表示', reason: '理由', source_month: '対象月', created_at: '登録日時' },
  },
} as const;
