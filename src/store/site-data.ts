import type { CallsOfDay, ChecksOfDay, PlanOfDay, RulesOfDay } from '#model/history.ts';
import type { IsoDate } from '#model/identifiers.ts';
import { InvalidDataError } from '#model/parse.ts';
import type { Registry } from '#model/registry.ts';
import type { About, Snapshot } from '#model/snapshot.ts';
import {
	callsHistory,
	checksHistory,
	historyPath,
	planHistory,
	readHistory,
	rulesHistory,
} from './history.ts';
import { readPageDates } from './page-dates.ts';
import { readRegistry, registryFolder } from './registry.ts';
import { shareRead } from './shared-read.ts';
import { readSnapshot, snapshotPath } from './snapshot.ts';

/** All that pages show, beside their prose. */
export interface SiteData {
	/** What the team declares. */
	registry: Registry;
	/** What GitLab answered. */
	snapshot: Snapshot;
	/** The day of the last commit that touched each page, by its file. */
	pageDates: ReadonlyMap<string, IsoDate>;
	/** What was kept of earlier days, of the same kind of snapshot from the same GitLab. */
	history: SiteHistory;
}

/** Each oldest first. */
interface SiteHistory {
	checks: ChecksOfDay[];
	plans: PlanOfDay[];
	calls: CallsOfDay[];
	rules: RulesOfDay[];
	/** Why files are left out, a sentence for each. */
	leftOut: string[];
}

export const siteFolders = [registryFolder, snapshotPath, historyPath];

const registryOf = shareRead([registryFolder], readRegistry);
const snapshotOf = shareRead([snapshotPath], readSnapshot);
/** Once: a commit changes nothing of what is written. */
const pageDatesOf = shareRead([], readPageDates);
const historyOf = shareRead([snapshotPath, historyPath], async (root) =>
	readSiteHistory(root, (await readWholeSnapshot(root)).about),
);

/**
 * Reads what has changed since it was last asked.
 *
 * @param root The checkout.
 * @throws {InvalidDataError} when the registry or the snapshot cannot be read, or there is none.
 */
export async function readSiteData(root: string): Promise<SiteData> {
	const [registry, snapshot, history, pageDates] = await Promise.all([
		registryOf(root),
		readWholeSnapshot(root),
		historyOf(root),
		pageDatesOf(root),
	]);
	return { registry, snapshot, history, pageDates };
}

async function readWholeSnapshot(root: string): Promise<Snapshot> {
	const snapshot = await snapshotOf(root);
	if (snapshot) return snapshot;
	throw new InvalidDataError(
		'There is no snapshot in content/snapshot.\nRun npm run pull to ask GitLab, or npm run sample for invented data.',
	);
}

/** What was kept up to the snapshot's day, and of its kind. */
export async function readSiteHistory(
	root: string,
	about: Pick<About, 'sample' | 'source' | 'pulledAt'>,
): Promise<SiteHistory> {
	const today = about.pulledAt.slice(0, 'YYYY-MM-DD'.length);
	const [checks, plans, calls, rules] = await Promise.all([
		readHistory(root, checksHistory, today),
		readHistory(root, planHistory, today),
		readHistory(root, callsHistory, today),
		readHistory(root, rulesHistory, today),
	]);
	return {
		checks: checks.days.filter(isOfKind(about)),
		plans: plans.days.filter(isOfKind(about)),
		calls: calls.days.filter(isOfKind(about)),
		rules: rules.days.filter(isOfKind(about)),
		leftOut: [checks, plans, calls, rules].flatMap(({ damaged }) =>
			damaged.map(({ reason }) => reason),
		),
	};
}

function isOfKind({ sample, source }: Pick<About, 'sample' | 'source'>) {
	return (day: { sample: boolean; source: string }) =>
		day.sample === sample && day.source === source;
}
