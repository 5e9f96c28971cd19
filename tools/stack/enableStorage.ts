/**
 * The library reads this once, when it is imported first, and answers 404 for all of Storage without it. Import this module
 * before the library wherever the library is imported.
 */
process.env.EXPERIMENTAL_STORAGE = '1';
