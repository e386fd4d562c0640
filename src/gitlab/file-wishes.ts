import type { AnonymousClient } from './client.ts';
import type { FileReading } from './file-reading.ts';
import { folderOf } from './known-files.ts';
import { pullFolders, pullTexts } from './rest-files.ts';

/** A file of a project, and where it may be: the first that is there counts. */
export interface Wish {
	reading: FileReading;
	places: readonly string[];
}

interface Rest {
	client: AnonymousClient;
	/** Requests that may still be made. */
	left: () => number;
}

/**
 * Reads the files that are wished for, in their order, as many as may be asked for. The others are
 * noted as unread.
 */
export async function readWishes(wishes: readonly Wish[], rest: Rest): Promise<void> {
	const known = await findPlaces(wishes, rest);
	const found = known.flatMap(({ reading, places }) => {
		const file = placeOf({ reading, places });
		return file === undefined ? [] : [{ reading, file }];
	});
	for (const { reading, file } of found) {
		const text = reading.given.get(file);
		if (text !== undefined) reading.texts.set(file, text);
	}
	const open = found.filter(({ reading, file }) => !reading.texts.has(file));
	const granted = open.slice(0, rest.left());
	for (const { reading, file } of open.slice(granted.length)) reading.leaveUnread([file]);
	await pullTexts(granted, rest.client);
}

/**
 * Asks for folders until it is known where each file is. Files of folders that may not be asked for,
 * or that strangers do not see, are left out.
 */
async function findPlaces(wishes: readonly Wish[], { client, left }: Rest): Promise<Wish[]> {
	let open = wishes.filter(({ reading }) => !reading.isHidden);
	for (;;) {
		const folders = findFoldersToAsk(open);
		if (folders.length === 0) return open;
		// A folder is asked for the sake of a file, and a file is kept for each that is found.
		const spare = left() - open.filter(isFoundUnread).length;
		const granted = folders.slice(0, Math.max(0, Math.floor(spare / 2)));
		const cut = new Set(folders.slice(granted.length).map(keyOf));
		await pullFolders(granted, client);
		open = open.filter((wish) => {
			const folder = folderToAsk(wish);
			if (folder === undefined) return true;
			const { reading, places } = wish;
			if (cut.has(keyOf({ reading, folder }))) {
				reading.leaveUnread(places.filter((place) => reading.known.has(place) !== false));
				return false;
			}
			return !reading.isHidden;
		});
	}
}

interface Folder {
	reading: FileReading;
	folder: string;
}

/** Each once. */
function findFoldersToAsk(wishes: readonly Wish[]): Folder[] {
	const folders = wishes.flatMap((wish) => {
		const folder = folderToAsk(wish);
		return folder === undefined ? [] : [{ reading: wish.reading, folder }];
	});
	return [...new Map(folders.map((one) => [keyOf(one), one])).values()];
}

function isFoundUnread(wish: Wish): boolean {
	const file = placeOf(wish);
	return file !== undefined && folderToAsk(wish) === undefined && !wish.reading.given.has(file);
}

/** What has to be known before the file is found, or that it is not there. */
function folderToAsk(wish: Wish): string | undefined {
	const place = placeOf(wish);
	return place === undefined || wish.reading.known.has(place) ? undefined : folderOf(place);
}

/** The first place where the file may be. */
function placeOf({ reading, places }: Wish): string | undefined {
	return places.find((place) => reading.known.has(place) !== false);
}

function keyOf({ reading, folder }: Folder): string {
	return `${reading.question.path} ${folder}`;
}
