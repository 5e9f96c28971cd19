import { importFile } from './handler.ts';

export default { fetch: importFile };
