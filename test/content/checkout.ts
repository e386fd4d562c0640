import { join } from 'node:path';
import { listNames } from '#model/snapshot.ts';
import { writeSnapshot } from '#store/snapshot.ts';
import { aSnapshot } from '../builders.ts';
import { renderPrepared } from '../site/read-site.ts';

/** This checkout, whose `content` is the team's own. Only tests of this folder read it. */
export const checkout = join(import.meta.dirname, '../..');

/** What the team writes and declares has to be there even when GitLab has answered nothing. */
const unanswered = aSnapshot({
	about: { source: 'https://gitlab.com' },
	lists: Object.fromEntries(
		listNames.map((list) => [list, { state: 'missing', reason: 'Nobody has asked.' }]),
	),
});

/** Renders the team's own site, of which GitLab has answered nothing. */
export const renderUnanswered = () =>
	renderPrepared({}, (folder) => writeSnapshot(folder, unanswered), checkout);
