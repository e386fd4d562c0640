/** Scans the archive of a project in a process of its own, and says how much memory that took. */
import { scanArchive } from '#gitlab/files/scan-archive.ts';
import { createRequester } from '#gitlab/transport/requester.ts';
import { anApi } from '../../../builders.ts';

const [url = '', id = '', commit = ''] = process.argv.slice(2);
const { files, uses, partial } = await scanArchive(
	{ id: Number(id), commit },
	{ requester: createRequester({ url }), onAttempt: () => undefined, api: anApi() },
);
const mebibytes = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ files, uses: uses.length, partial, mebibytes }));
