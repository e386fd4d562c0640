import { dayOf } from '#core/base/dates.ts';
import type { CallsOfDay, ChecksOfDay, PlanOfDay, RulesOfDay } from '#model/history.ts';
import type { IsoDate } from '#model/identifiers.ts';
import { InvalidDataError } from '#model/parse.ts';
import type { Registry } from '#model/registry.ts';
import { isHidden, type About, type Snapshot } from '#model/snapshot.ts';
import {
	callsHistory,
	checksHistory,
	historyPath,
	planHistory,
	readHistory,
	rulesHistory,
	type HistoryKind,
} from './history.ts';
import { readPageDates } from './page-dates.ts';
import { readRegistry } from './registry.ts';
import { registryFolder } from './registry-files.ts';
import { shareRead } from './shared-read.ts';
import { readSnapshot, snapshotPath } from './snapshot.ts';

/** All that pages show, beside their prose. */
export interface SiteData {
	registry: Registry;
	snapshot: Snapshot;
	/** The day of the snapshot, which is the today of every page. */
	today: IsoDate;
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

/** What the team declares: as `readRegistry`, and once for all who ask while its files stay as they are. */
export const shareRegistry = shareRead([registryFolder], readRegistry);
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
		shareRegistry(root),
		readWholeSnapshot(root),
		historyOf(root),
		pageDatesOf(root),
	]);
	const today = dayOf(snapshot.about.pulledAt);
	return { registry, snapshot, today, history, pageDates };
}

async function readWholeSnapshot(root: string): Promise<Snapshot> {
	const snapshot = await snapshotOf(root);
	if (snapshot) return snapshot;
	throw new InvalidDataError(
		'There is no snapshot in content/snapshot.\nRun npm run pull to pull from GitLab, or npm run sample for invented data.',
	);
}

/**
 * Whether plans of earlier days may be told. Without today's issues nobody knows which of theirs may still
 * be seen.
 */
export function tellsPlans({ lists }: Pick<About, 'lists'>): boolean {
	return lists.issues.state !== 'missing' && !isHidden(lists.milestones);
}

/** What was kept up to the snapshot's day, and of its kind. */
export async function readSiteHistory(
	root: string,
	about: Pick<About, 'sample' | 'source' | 'pulledAt' | 'lists'>,
): Promise<SiteHistory> {
	const leftOut: string[] = [];
	const read = async <Schema extends HistoryKind['schema']>(kind: HistoryKind<Schema>) => {
		const { days, damaged } = await readHistory(root, kind, dayOf(about.pulledAt));
		leftOut.push(...damaged.map(({ reason }) => reason));
		return days.filter(({ sample, source }) => sample === about.sample && source === about.source);
	};
	return {
		checks: await read(checksHistory),
		plans: tellsPlans(about) ? await read(planHistory) : [],
		calls: await read(callsHistory),
		rules: await read(rulesHistory),
		leftOut,
	};
}
