import { readSite } from '#store/registry.ts';

/** What the team calls itself and its handbook. Read once, when the build or the script starts. */
export const site = await readSite(process.cwd());
