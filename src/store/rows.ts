// Generated from the migrated database by `npm run rows`. Do not edit.

export type Database = {};
