import { noteNeverRead } from '#core/inventory/unread-files.ts';
import type { FileReading } from './file-reading.ts';
import { findPlaces, readWishes, type Rest } from './file-wishes.ts';
import { IncludeWalk, includeLevels } from './include-walk.ts';

/** Enough for twenty files in as many folders. */
const maxRequests = 60;

/**
 * Reads the CI file of a project with all that it includes, or leaves it all to the next pull when
 * not as many requests may be made.
 */
export async function readCi(reading: FileReading, { client, left }: Rest): Promise<void> {
	const before = left();
	const rest = {
		client,
		left: () => Math.min(left(), maxRequests - (before - left())),
		onlyTogether: true,
	};
	if (await readLevels(reading, rest)) return;
	// With as many requests as are ever made for it, the next pull comes no further.
	if (before >= maxRequests) reading.closeCi();
	else reading.leaveCi();
}

/** @returns False when fewer requests may be made than it takes. */
async function readLevels(reading: FileReading, rest: Rest): Promise<boolean> {
	const walk = new IncludeWalk(reading, (file) => reading.texts.get(file));
	let wishes = [{ reading, places: ['.gitlab-ci.yml'] }];
	for (let level = 0; level <= includeLevels; level += 1) {
		if (!(await readWishes(wishes, rest))) return false;
		const { files, neverRead } = walk.take();
		reading.leaveUnread(neverRead);
		wishes = files.map((file) => ({ reading, places: [file] }));
	}
	const { found, isCut } = await findPlaces(wishes, rest);
	if (found.length > 0) reading.leaveUnread([noteNeverRead('too deep')]);
	return !isCut;
}
