import { run } from './run.ts';
import { buildSite } from './site.ts';

/** `pull`, with the arguments of this command, then `render`. */
await run(() => buildSite(process.argv.slice(2)));
