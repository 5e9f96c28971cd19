import { common } from './common.ts';
import { errors } from './errors.ts';
import { frame } from './frame.ts';
import { ra } from './ra.ts';
import { resources } from './resources.ts';

/** The one catalogue. Labels of statuses and events are not here: they are rows of the database. */
export const ja = { ra, ...common, ...frame, errors, resources };
