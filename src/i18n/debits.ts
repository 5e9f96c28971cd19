/** 口座振替 (head office), 支部徴収, 口座の動き (garage). */
export const debitWords = {
  debit: {
    title: '口座振替', tabs: '口座振替の内容', days: '引落日', failed: '引落不能・要対応', no_account: '口座登録中', balances: '残高', branch: '支部徴収', read_only: '口座振替データの作成・結果の取込・入金の登録は本部経理が行います。',
    month: '利用年月', debit_on: '引落日', cycle: '引落区分', deadline: 'データ締切', result_on: '結果到着', state: '状態', count: '件数', amount: '金額', collected: '振替済', collected_amount: '振替済額', left: '振替不能', left_amount: '不能額', open: '開く', none_days: '引落日はまだありません。月を締めると表示されます。',
    day_state: { not_closed: '未締め', open: '作成前', made: '作成済', waiting: '結果待ち', settled: '結果反映済' },
    late: '締切を過ぎています', today: '今日が締切', back: '引落日の一覧に戻る', day_title: '%{date} 引落（%{cycle}）', day_bare: '%{date} 引落',
    outcome: { sent: '引落対象', collected: '振替済', failed: '振替不能', no_account: '口座登録中', account_query: '口座確認中', cancelled: '取消' },
    result_code: { '0': '振替済', '1': '資金不足', '2': '預金取引なし', '3': '預金者の都合による停止', '4': '依頼書なし', '8': '委託者の都合による停止', '9': 'その他' },
    company: '事業者', account: '口座', month_amount: '今回の引落合計', outstanding: '前月以前の繰越', total: '引落額', result: '振替結果',
    make: 'ファイルを作成', download: 'ファイルをダウンロード', making: 'ファイルを作成しています', made: '口座振替データを作成しました（%{count}件 %{amount}）。', same: '同じファイルを何度でもダウンロードできます。',
    make_title: '%{date}引落の口座振替データを作成します', make_explain: '%{count}件、合計 %{amount} のファイルを作成します。作成した内容は控えとして残り、口座や残高がその後変わってもファイルは変わりません。',
    cancel: '作成を取り消す', cancel_title: '%{date}引落の口座振替データを取り消します', cancel_explain: '銀行に送る前のファイルだけを取り消してください。取り消すと、作り直すまで引落は行われません。', cancelled: '口座振替データの作成を取り消しました。', reason: '理由（必須）',
    unpublished: '未公開の明細が%{count}件あります。事業者に知らせる前の引落になるため、先に公開してください。', consignor_missing: '委託者コードが未設定です。設定の「口座振替の委託者」を登録してから、ファイルを銀行に送ってください。',
    fault: '%{company} の%{field}に、銀行のファイルで使えない文字「%{character}」があります。', fault_length: '%{company} の%{field}が長すぎます。', field: { bank_name: '金融機関名', branch_name: '支店名', holder_kana: '口座名義' },
    faults_hint: '口座の登録を直すまで、ファイルは作成できません。', import: '結果を取り込む', import_hint: '銀行から届いた結果ファイル（全銀120バイト）を選んでください。引落日・件数・金額が合わないファイルは、全体を取り込みません。', check: '内容を確認', take_in: '取り込む',
    result_ok: '%{count}件の結果を確かめました。問題はありません。', result_done: '%{count}件の結果を反映しました。', result_bad: 'このファイルは取り込めません。', line: '行', column: '項目', value: '値', message: '理由', no_rows: '該当する事業者はありません。', rows_limit: '先頭の%{count}件を表示しています。',
    failed_hint: '引落不能のあとに残っている金額です。次の口座振替データに含まれるもの、振込を依頼するもの、口座を確認するものがあります。', no_failed: '対応が必要な引落不能はありません。', last: '直近の結果', to_do: '対応', retry: '次回の口座振替で再振替', transfer_request: '振込依頼書', account_query: '口座確認', due: '期限 %{date}',
    print_request: '振込依頼書を表示', close_query: '確認済にする', close_query_title: '%{name}の口座確認を終えます', close_query_explain: '次回から、登録されている口座で引落を行います。口座が変わったときは、先に口座を取り込んでください。', close_request: '振込依頼を取り下げる', close_request_title: '%{name}への振込依頼を取り下げます',
    close_request_explain: '残っている金額は、次の口座振替データに含まれます。', closed_done: '登録しました。', no_account_hint: '口座が登録されていないため、引落ができない事業者です。口座を取り込むと、次の口座振替データに含まれます。', no_no_account: '口座登録中の事業者はありません。',
    balance: '残高', billed: '請求', balance_hint: '残高＝請求（引落合計）－入金（振替済と振込）です。引落の予定と依頼中の金額を含みます。', scheduled: '引落予定', in_flight: '結果待ち', no_balance: '残高のある事業者はありません。', sums: '%{count}社　残高計 %{balance}',
    receipt: '入金を登録', receipt_title: '%{name}の入金を登録します', received_on: '入金日', received: '入金額（円）', note: '備考', receipt_done: '入金 %{amount}を登録しました。', receipts: '入金の記録', method: { transfer: '振込', branch: '支部徴収' }, receipt_cancel: '取り消す', receipt_cancel_title: '%{date}の入金 %{amount}を取り消します', receipt_cancelled: '取消', no_receipts: '入金の記録はありません。',
    branch_hint: '支部が徴収する事業者です。口座振替は行いません。入金は支部管理者または本部経理が登録します。', no_branch: 'この月に支部徴収の明細はありません。', month_total: '今月の請求', branch_name: '支部', number: '明細番号',
    request_heading: '振込依頼書', request_body: '下記の金額につきまして、口座振替ができませんでした。お手数ですが、期限までに下記の口座へお振り込みくださいますようお願い申し上げます。', request_amount: 'お振込金額', request_due: 'お振込期限', request_to: 'お振込先', request_no_account: '別途お知らせいたします', request_issued: '発行日', request_last: '振替できなかった引落日', request_fee: '振込手数料は、お客様のご負担でお願いいたします。行き違いでお振り込み済みの場合は、ご容赦ください。', request_rest: 'この金額は、次回の口座振替には含めません。', request_missing: 'この振込依頼書は終了しています。',
    from_branch: '%{name}から', accounts_hint: '口座番号は下3桁だけを表示しています。', waiting_note: '引落日を過ぎました。結果ファイルは%{date}ごろに届きます。',
  },
  account: {
    title: '口座の動き', hint: '登録された口座から引き落とされた税・手数料（ダイレクト納付）と口座振替、これから引き落とされる予定です。立替（軽の検査手数料・技術情報管理手数料）は、口座振替でまとめて引き落とされます。', day: '日付', what: '内容', count: '件数', drawn: '引落額', planned: '予定額', state: '状態', none: 'この期間の動きはありません。',
    kind: { weight_tax: '自動車重量税（ダイレクト納付）', inspection: '検査登録手数料（ダイレクト納付）', debit: '口座振替（利用料金・立替など）' }, word: { drawn: '引落済', failed: '引落不能', planned: '予定' },
    notice: '%{day} %{count}件 約%{amount}', tomorrow: '明日', notice_hint: '納付を待っている税・手数料と口座振替の合計です。支部の納付手続により、日と金額が変わることがあります。残高をご確認ください。', no_notice: '次の営業日に引き落とされる予定はありません。', previous: '前の月', next: '次の月', sum: '合計', bank: '振替口座', no_bank: '口座登録中', balance: '未収残高', to_statements: '請求状況照会を開く', notice_title: '次の引落のお知らせ',
  },
  debit_state: { cancelled: '取消', branch: '支部徴収', none: '引落なし', scheduled: '引落予定', sent: '結果待ち', collected: '引落済', failed: '引落不能', no_account: '口座登録中', account_query: '口座確認中' },
} as const;

export const debitResources = {
  debit_results: { name: '振替結果', fields: { debit_on: '引落日', debit_cycle: '引落区分', month_amount: '今回の引落合計', outstanding_amount: '前月以前の繰越', amount: '引落額', state: '状態', result_code: '振替結果' } },
  debit_followups: { name: '引落不能の対応', fields: { kind: '対応', amount: '金額', issued_on: '発行日', due_on: '期限', close_reason: '理由' } },
  receipts: { name: '入金', fields: { received_on: '入金日', amount: '入金額', method: '方法', note: '備考', cancel_reason: '取消の理由' } },
} as const;
