import { importKindLabels } from './imports.ts';

/** データ取込. */
export const intakeWords = {
  import_kind: importKindLabels,
  import_state: { staged: '準備中', done: '取込済' },
  intake: {
    choose_kind: '取り込むデータの種類', check: '内容を確認', take_in: '取り込む', again: '別のファイルを取り込む',
    explain: 'CSV（Shift_JIS または UTF-8）か Excel（.xlsx）のファイルを選び、「内容を確認」で件数とエラーを確かめてから取り込みます。エラーの行は取り込まれず、正しい行だけがまとめて登録されます。同じファイルをもう一度取り込んでも、データは変わりません。',
    reading: 'ファイルを読んでいます', staging: 'サーバーへ送っています', running: '登録しています', checking: '内容を確認しています',
    preview_done: '確認が終わりました。まだ登録していません。', import_done: '取り込みました。', nothing_new: '登録済みの内容と同じです。取り込む必要はありません。',
    read: '読込', inserted: '追加', updated: '更新', unchanged: '変更なし', rejected: 'エラーの行', warnings: '確認が必要な行',
    rejected_title: 'エラー（取り込まれない行）', warnings_title: '確認が必要な行（取り込まれます）', line: '行', column: '項目', value: '値', message: '内容',
    first_rows: '先頭の%{count}件を表示しています。全件は「ダウンロード」で確認できます。', history: '取込の記録', file_missing: 'ファイルを選んでください。',
    all_bad: '取り込める行がありません。エラーを直してから、もう一度お試しください。',
  },
} as const;
