/** 支部への依頼, メモ更新 and the freshness of a case. */
export const caseRequestWords = {
  ask: {
    title: '支部への依頼', ask_title: '支部に「%{kind}」を依頼', button: '%{kind}を依頼', hint: '中断・取下・再申請などは、支部が行います。理由を添えて依頼してください。',
    note: '依頼の理由', note_hint: '支部が判断できるように、事情と希望を書いてください。使用者の氏名・住所は書かないでください。', send: '依頼する', sent: '支部に依頼しました。回答はこの画面に表示されます。',
    cancel: '依頼を取り消す', cancelled: '依頼を取り消しました。', answer: '回答', answer_title: '依頼への回答', answer_text: '事業者への回答', done: '対応した', declined: '対応できない', answer_sent: '事業者に回答しました。',
    answer_required: '対応できない理由を入力してください。', too_long: '%{max}文字以内で入力してください。', required: '入力してください。',
    auto_hint: '申請の操作（取下・中断など）を行うと、依頼は自動で「対応済」になります。ポータルだけで処理したときは、ここで回答してください。',
    asked_by: '%{at} %{who}さんの依頼', answered_by: '%{at} %{who}', none: '支部への依頼はありません。', on_work_list: '依頼：%{kind}',
  },
  ask_kind: { return: '差戻し', suspend: '中断', resume: '再開', withdraw: '取下', refile: '再申請' },
  ask_state: { asked: '支部の回答待ち', done: '対応済', declined: '対応不可', cancelled: '取消済' },
  memo: {
    title: 'メモ', edit: 'メモ更新', none: 'メモはありません。', hint: '代理人への連絡用です。申請には反映されません。申請のあとも更新できます。', saved: 'メモを更新しました。', too_long: '1000文字以内で入力してください。',
    reread: '最新の内容を読み直しました。入力した内容はそのまま残しています。よければもう一度「確定」を押してください。', now: '現在のメモ：%{memo}',
  },
  fresh: { at: 'AINAS %{at} 現在', old: '2時間以上、AINASの情報が更新されていません。最新の状況は支部に確かめてください。', never: 'AINAS未取込' },
} as const;
