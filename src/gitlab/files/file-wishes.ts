import type { AnonymousClient } from '#gitlab/transport/client.ts';
import type { FileReading } from './file-reading.ts';
import { maxTreePages, pullFolders, pullTexts } from './rest-files.ts';

/** A file of a project, and where it may be: the first that is there counts. */
export interface Wish {
	reading: FileReading;
	places: readonly string[];
}

export interface Rest {
	client: AnonymousClient;
	/** Requests that may still be made. */
	left: () => number;
	/** True: no file is asked for when not all of them may be. */
	onlyTogether?: boolean;
}

/**
 * Reads the files that are wished for, in their order, as many as may be asked for. The others are
 * noted as unread.
 *
 * @returns False when some were left because not as many requests may be made.
 */
export async function readWishes(wishes: readonly Wish[], rest: Rest): Promise<boolean> {
	const { found, isCut } = await findPlaces(wishes, rest);
	for (const { reading, file } of found) {
		const text = reading.given.get(file);
		if (text !== undefined) reading.accept(file, text);
	}
	const open = found.filter(({ reading, file }) => !reading.given.has(file));
	const room = rest.left();
	const granted = rest.onlyTogether === true && open.length > room ? [] : open.slice(0, room);
	for (const { reading, file } of open.slice(granted.length)) reading.leaveUnread([file]);
	await pullTexts(granted, rest.client);
	return !isCut && granted.length === open.length;
}

interface Found {
	/** Files that are there. */
	found: { reading: FileReading; file: string }[];
	/** Some folders could not be asked for, since not as many requests may be made. */
	isCut: boolean;
}

/**
 * Asks for folders until it is known where each file is. Files of folders that may not be asked for,
 * or that GitLab does not tell, are noted as unread, unless strangers do not see the files.
 */
export async function findPlaces(wishes: readonly Wish[], { client, left }: Rest): Promise<Found> {
	let open = wishes;
	for (;;) {
		open = open.filter(({ reading }) => !reading.isHidden);
		open = leaveOut(open, ({ reading, folder }) => reading.brokenFolders.has(folder));
		const folders = findFoldersToAsk(open);
		if (folders.length === 0) return { found: open.flatMap(toFile), isCut: false };
		// A folder is asked for the sake of a file, and a file is kept for each that is found.
		const spare = left() - open.filter(isFoundUnread).length;
		const granted = folders.slice(0, Math.max(0, Math.floor(spare / (maxTreePages + 1))));
		if (granted.length === 0) {
			return { found: leaveOut(open, () => true).flatMap(toFile), isCut: true };
		}
		await pullFolders(granted, client);
	}
}

interface Folder {
	reading: FileReading;
	folder: string;
}

/** Without the wishes for which such a folder has to be known, which are noted as unread. */
function leaveOut(wishes: readonly Wish[], isLeftOut: (folder: Folder) => boolean): Wish[] {
	return wishes.filter((wish) => {
		const folder = folderToAsk(wish);
		const { reading, places } = wish;
		if (folder === undefined || !isLeftOut({ reading, folder })) return true;
		reading.leaveUnread(places.filter((place) => reading.known.has(place) !== false));
		return false;
	});
}

/** Each once. */
function findFoldersToAsk(wishes: readonly Wish[]): Folder[] {
	const folders = wishes.flatMap((wish) => {
		const folder = folderToAsk(wish);
		return folder === undefined ? [] : [{ reading: wish.reading, folder }];
	});
	const keyOf = ({ reading, folder }: Folder) => `${reading.question.path} ${folder}`;
	return [...new Map(folders.map((one) => [keyOf(one), one])).values()];
}

function isFoundUnread(wish: Wish): boolean {
	const file = placeOf(wish);
	return file !== undefined && folderToAsk(wish) === undefined && !wish.reading.given.has(file);
}

/** What has to be known before the file is found, or that it is not there. */
function folderToAsk({ reading, places }: Wish): string | undefined {
	const place = placeOf({ reading, places });
	return place === undefined ? undefined : reading.known.folderToAsk(place);
}

/** The first place where the file may be. */
function placeOf({ reading, places }: Wish): string | undefined {
	return places.find((place) => reading.known.has(place) !== false);
}

function toFile({ reading, places }: Wish): { reading: FileReading; file: string }[] {
	const file = placeOf({ reading, places });
	return file === undefined ? [] : [{ reading, file }];
}
