/** How much of a file is read in one go: data rows by format, and bytes of the file. */
export type ImportLimits = { xlsxRows: number; csvRows: number; bytes: number };

/** One call of the function `import-file`: what its CPU time and memory allow. */
export const functionLimits: ImportLimits = { xlsxRows: 5_000, csvRows: 30_000, bytes: 20_000_000 };

/** The browser's worker, which stages large files in pieces: a year of the whole country in CSV is out of reach, a month is not. */
export const workerLimits: ImportLimits = { xlsxRows: 100_000, csvRows: 500_000, bytes: 200_000_000 };
