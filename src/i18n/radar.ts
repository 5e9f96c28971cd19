/** 要注意一覧. */
export const radarWords = {
  radar: {
    title: '要注意一覧', menu_count: '%{count}件', sub: '%{date}現在　%{count}件', sub_counted: '%{date}現在　%{count}件（全国の件数は%{at}に集計）', none: '注意が必要なものはありません。', none_hint: '納付期限、有効期間満了日、滞留などを自動で点検しています。',
    all_rules: '点検項目', count: '%{count}件', muted_toggle: '非表示にしたもの（%{count}件）', shown_toggle: '一覧に戻る', more: '続きを表示', rule_none: 'この項目に該当するものはありません。',
    subject: '対象', place: '事業者／事業場', day: '日付', what: '内容', act: '処理', mute: '非表示', unmute: '再表示', open_case: '申請を開く', open_requester: '事業者を開く', open_site: '届出を確認', open_agent: '代理人情報を開く', open_differences: '納付先照合を開く', certificate: '%{state}　有効期限 %{date}', open_edit: '依頼データを直す', open_pair: '車台番号で一覧',
    mute_title: '一覧から外す', mute_explain: '指定した日まで、この行を一覧と件数から外します。理由は所属の全員に表示されます。', mute_until: '表示しない期限', mute_note: '理由', muted_done: '%{date}まで一覧から外しました。', unmuted_done: '一覧に戻しました。', muted_by: '%{date}まで非表示：%{note}（%{name}）',
    rules: {
      due_soon: '納付期限が3日以内・未納付', expiring: '車検証の満了が近い・未完了', hotekisho_ending: '保適証の有効期間が近い・未申請', liability_short: '自賠責の期間の不足', shortening_silent: '自動で短縮される時期の申請', shortening_ask: '有効期間短縮の確認が必要な時期の申請', chassis_differs: '車台番号が過去の申請と1文字違い', double_filing: '同じ車台番号の申請が重複', filed_again: '完了した車の再度の申請',
      stuck: '通常より長い滞留', needs_review: '要確認（取込で複数一致）', completed_without_date: '手続完了で登録完了日・検査記録完了日なし', fee_missing: '完了した申請に立替の記録なし', cashless_advanced: 'キャッシュレス決済の申請に立替', advance_twice: '立替の二重払いの疑い', payee_differs: '納付先の件数・金額との差異',
      account_not_open: 'ダイレクト納付口座の開通前の申請', account_missing: '口座振替口座が未登録・利用開始前', site_pending: '届出中の事業場（3日超）', onboarding: '利用開始手続の停滞',
      certificate: '代理人証明書の期限・未登録', agent_kei: '軽の代理人情報の不備', card_waiting: '連絡カードの回答待ち',
    },
    hints: {
      due_soon: '期限を過ぎると無効になります。納付してください。', expiring: '未申請は満了の14日前、手続中は7日前から表示しています。満了日までに手続を終えてください。',
      hotekisho_ending: '保適証は検査日から15日で使えなくなります。期限までに申請してください。', liability_short: '自賠責の満期日が、更新後の有効期間に足りません。契約を確かめ、満期日を直してください。', shortening_silent: '満了日の2か月と14日前より早い申請は、確認なしに有効期間が短縮されます。申請予定日を入れても、その日まで待つことにはなりません。事業者に確認し、待つときは差し戻して予約送信にしてください。',
      shortening_ask: '満了日の2か月前より早い申請は、短縮の確認（登録車）または補正通知（軽）の対象です。事業者に確認してください。', chassis_differs: '同じ登録番号の過去の申請と1文字だけ違います。車検証と照合してください。送信後は訂正できません。',
      double_filing: '同じ車が2件以上進行しています。不要な方を取り下げるか、削除してください。', filed_again: '60日以内に手続が完了した車です。申請すると、手数料をもう一度納付することになります。事業者に確認してください。', stuck: '過去60日の実績（9割の申請が終わる時間）より長く同じステータスにあります。', needs_review: 'どの申請の行か決められませんでした。内容を確認して確定してください。',
      completed_without_date: '日付がないため請求できません。取込または訂正で日付を入れてください。', fee_missing: '軽の検査手数料または技術情報管理手数料の立替が1件もありません。納付の記録を確認してください。', cashless_advanced: '申請者がカードで納付する申請です。立替の記録を確認してください。',
      advance_twice: '同じ車台番号に60日以内に同じ種類の立替があります。取下・却下はありません。', payee_differs: '納付先の報告と当会の立替が一致していません。納付の記録を確かめ、本部経理へ連絡してください。', account_not_open: '口座が開通するまで、手数料・税を引き落とせません。開通を確かめてから申請してください。', account_missing: '引落ができません。口座振替依頼書を確認してください。', site_pending: '支部の確認を待っています。確認するまで送信できません。', onboarding: '登録進捗状況が進んでいません。事業者または日整連に確認してください。',
      certificate: '有効な代理人証明書がないと、代理申請はシステムエラーになります。新しい証明書を用意し、代理人情報に登録してください。', agent_kei: '軽検協事務所等での受取や納付に使う情報です。代理人情報で直してください。', card_waiting: '支部からの連絡カードに、まだ回答がありません。',
    },
    days: {
      due_soon: '納付期限 %{date}', expiring: '満了日 %{date}', hotekisho_ending: '有効期間 %{date}まで', liability_short: '自賠責の満期日 %{date}', shortening_silent: '%{date}から短縮なし', shortening_ask: '%{date}から短縮なし', chassis_differs: '%{date}から', double_filing: '%{date}から', filed_again: '前回の完了日 %{date}', stuck: '%{date}から', needs_review: '依頼 %{date}', completed_without_date: '依頼 %{date}',
      fee_missing: '検出 %{date}', cashless_advanced: '検出 %{date}', advance_twice: '検出 %{date}', payee_differs: '最も古い納付 %{date}', account_not_open: '最も古い依頼 %{date}', account_missing: '登録 %{date}', site_pending: '届出 %{date}', onboarding: '申込 %{date}', certificate: '有効期限 %{date}', agent_kei: '', card_waiting: '回答期限 %{date}',
    },
    overdue: '期限超過', expired: '満了', left: 'あと%{days}日', waiting: '%{days}日経過', usual: '通常 %{hours}時間以内', usual_days: '通常 %{days}日以内', differs_from: '過去の車台番号 %{chassis}', pairs: '同じ車台番号 %{count}件', cases: '%{count}件', difference: '差額 %{amount}', expires: '満了日 %{date}', opens: '利用開始 %{date}', no_account: '口座の登録なし',
    fees: { inspection: '検査手数料', tech_info: '技術情報管理手数料', weight_tax: '重量税' },
    agent_problems: { pickup_missing: '軽証明書等管理業者名が未登録', pickup_differs: '軽証明書等管理業者名がAINASと軽検協の届出で異なる', payment: '軽の納付形態がダイレクト納付(国庫金限定)ではない' },
    onboarding_statuses: { received: '申込受付', incomplete: '書類不備', sent: '日整連送付済', ainas_pending: 'AINAS登録中', registered: '登録完了（拠点・ユーザーの登録報告待ち）', sites_ready: '拠点・ユーザー登録済（口座開通待ち）', account_pending: '口座開通待ち' },
  },
} as const;
