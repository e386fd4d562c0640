import type { Api, SourceLanguage } from '#model/api.ts';
import type { SkippedFiles, SourceReading, UsedClient } from '#model/evidence.ts';
import { compareText } from '#model/order.ts';
import { isExcessive } from '#core/base/text-bounds.ts';
import { keepFirst } from '#core/consumers/source/engine/kept-uses.ts';
import type { LanguageRules, Skip } from '#core/consumers/source/engine/scanner.ts';
import { OutOfTimeError, type CheckTime } from '#core/consumers/source/engine/time.ts';
import { graphql } from '#core/consumers/source/graphql/graphql.ts';
import { go } from '#core/consumers/source/go/go.ts';
import { isUnsearched, startNaming } from '#core/consumers/source/unsearched.ts';
import { typescript } from '#core/consumers/source/typescript/typescript.ts';

/** What a project's source says of its calls of the API. */
export type FoundSource = Pick<SourceReading, 'files' | 'skipped' | 'clients' | 'uses' | 'more'>;

/**
 * A project's files go through it, one by one, in any order. It throws for no text, but an
 * `OutOfTimeError` when its time is over.
 */
export interface SourceScan {
	/** Whether a file of that path is to be read. Counts those that are skipped: ask once for each file. */
	wants(path: string): boolean;
	/** Takes a file that is wanted. */
	add(path: string, text: string): void;
	finish(): FoundSource;
	/** What may call the API without being among the uses. Ask when it is finished. */
	doubts(): Doubts;
}

/** In the order of paths. */
export interface Doubts {
	/** Files that name the API in languages that are not searched. */
	readonly unsearched: readonly string[];
	/** Files that name the API and are generated, or look so. */
	readonly generated: readonly string[];
	/** Places that name the API, and nobody can tell what becomes of it: `main.go:12`. */
	readonly unfollowed: readonly string[];
}

/** No person writes source of this size: it is data, or a program packed into one file. */
const sourceBounds = { characters: 1024 * 1024, lineCharacters: 64 * 1024 };
/** Nor gives it such a path. */
const maxPathCharacters = 500;

/**
 * Starts the search of one project's source for calls of the API.
 *
 * @param isOver Whether the time for it is over. It is asked at every step.
 */
export function startScan(api: Api, isOver: () => boolean = () => false): SourceScan {
	const checkTime: CheckTime = () => {
		if (isOver()) throw new OutOfTimeError('The time for the search is over.');
	};
	const skipped: SkippedFiles = { tests: 0, mocks: 0, vendored: 0, generated: 0 };
	const clients: UsedClient[] = [];
	const unsearched: string[] = [];
	const generated: string[] = [];
	const namesApi = startNaming(api);
	const unfollowed = new Set<string>();
	let files = 0;
	const running = Object.values(scanners).map((rules) => ({
		rules,
		scanner: rules.startScanner(api, checkTime),
	}));

	return {
		wants(path) {
			if (path.length > maxPathCharacters) return false;
			if (isManifest(path)) return true;
			if (isUnsearched(path)) return skipByFolder(path) === undefined;
			const skip = findSkip(path);
			if (skip !== undefined) skipped[skip] += 1;
			return skip === undefined && findRules(path) !== undefined;
		},
		add(path, given) {
			checkTime();
			const file = { path, text: given.replace(/^\uFEFF/, '') };
			// A name that ends as source does may be one of something else: `.ts` is also a format of video.
			if (given.includes('\0')) return;
			if (isUnsearched(path) && !isManifest(path)) {
				if (namesApi(file)) unsearched.push(path);
				return;
			}
			for (const { rules, scanner } of running) {
				if (rules.isManifest?.(path)) {
					if (isExcessive(file.text, sourceBounds)) continue;
					clients.push(...(rules.findClients?.(file, api.clients) ?? []));
					scanner.addManifest?.(file);
				} else if (rules.isSource(path)) {
					const isData = isExcessive(file.text, sourceBounds);
					const skip = isData ? 'generated' : rules.skipByText?.(file.text);
					if (skip !== undefined) {
						skipped[skip] += 1;
						if (skip === 'generated' && namesApi(file)) generated.push(path);
						continue;
					}
					files += 1;
					scanner.add(file);
				}
			}
		},
		doubts: () => ({
			unsearched: unsearched.toSorted(compareText),
			generated: generated.toSorted(compareText),
			unfollowed: [...unfollowed],
		}),
		finish() {
			const found = running.map(({ scanner }) => scanner.finish());
			const uses = found
				.flatMap((one) => one.uses)
				.toSorted((a, b) => comparePlaces(a, b) || compareText(a.name, b.name));
			const places = found.flatMap((one) => one.unfollowed).toSorted(comparePlaces);
			for (const { file, line } of places) unfollowed.add(`${file}:${String(line)}`);
			return { files, skipped, ...keepFirst(uses, clients.toSorted(comparePlaces), api) };
		},
	};
}

/** Whether a path is one of a manifest that counts: one of a copy or of a test says nothing of the program. */
export function isManifest(path: string): boolean {
	return (
		Object.values(scanners).some((rules) => rules.isManifest?.(path)) &&
		skipByFolder(path) === undefined
	);
}

/** Whether a path is one of source that the program is made of. */
export function isOwnSource(path: string): boolean {
	return findRules(path) !== undefined && findSkip(path) === undefined;
}

function findRules(path: string): LanguageRules | undefined {
	return Object.values(scanners).find((rules) => rules.isSource(path));
}

function findSkip(path: string): Skip | undefined {
	const rules = findRules(path);
	return rules && (skipByFolder(path) ?? rules.skipByPath?.(path));
}

type Place = Pick<UsedClient, 'file' | 'line'>;

function comparePlaces(a: Place, b: Place): number {
	return compareText(a.file, b.file) || a.line - b.line;
}

/** How each language is read. */
export const scanners: Readonly<Record<SourceLanguage, LanguageRules>> = {
	go,
	typescript,
	graphql,
};

const skips: readonly (readonly [Skip, RegExp])[] = [
	['vendored', /(^|\/)(vendor|third_party|node_modules|bower_components)\//],
	['mocks', /(^|\/)(mocks?|__mocks__|fakes)\//],
	[
		'tests',
		/(^|\/)(([\w-]+[-_])?tests|test(ing|data|(util|helper)s?)?|(__)?(fixtures|tests)(__)?|e2e)\//,
	],
];

/** A folder `test` of commands is the command of that name, not a test. */
const command = /(^|\/)(cmd|commands?)\/(test|testing)\//g;

/**
 * Why every file of a folder is left out: copies of other people's code, and code that only tests
 * run. A helper of tests that is no test itself counts as one, since no program calls it.
 */
function skipByFolder(path: string): Skip | undefined {
	const judged = path.replace(command, '$1$2/');
	return skips.find(([, folder]) => folder.test(judged))?.[0];
}
