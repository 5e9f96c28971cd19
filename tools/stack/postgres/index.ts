export { cloneDatabase, type Database, type DatabaseUrls, startDatabase } from './database.ts';
