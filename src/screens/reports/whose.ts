/** Whose cases a report holds: an agent branch, a company, both or everything in the caller's scope. */
export type Whose = { branchId?: number | undefined; requesterId?: number | undefined };
