import { readPageTexts } from '#store/page-files.ts';
import { join } from 'node:path';
import { compareRows, type RowChanges } from '#core/snapshot/compare-rows.ts';
import { keepPublished } from '#core/snapshot/published.ts';
import { fingerprintFileRules, toFileRules } from '#core/inventory/file-rules.ts';
import { nextSnapshot } from '#core/snapshot/last-good.ts';
import { findProxyExceptions } from '#environment.ts';
import { GitLabError } from '#gitlab/transport/errors.ts';
import { pullSnapshot, type Progress, type PullReport } from '#gitlab/lists/pull.ts';
import { createRequester, type RequesterOptions } from '#gitlab/transport/requester.ts';
import type { IsoInstant } from '#model/identifiers.ts';
import { InvalidDataError } from '#model/parse.ts';
import type { Registry } from '#model/registry.ts';
import {
	listNames,
	lists,
	type ListName,
	type ListRow,
	type Snapshot,
	type SnapshotRows,
} from '#model/snapshot.ts';
import { readSnapshot, snapshotPath, writeSnapshot } from '#store/snapshot.ts';
import { naming } from './failure.ts';
import type { KeptName } from './keep-history.ts';

export interface TakeOptions {
	/** The checkout. */
	root: string;
	/** Where Node looks for proxies. Those that could read the token are excepted in it. */
	environment: NodeJS.ProcessEnv;
	registry: Registry;
	/** The text of the handbook's pages. Absent: those of the checkout. */
	texts?: readonly string[] | undefined;
	/** The instance to ask, and what to call it in the snapshot. */
	url: string;
	source: string;
	/** The list of people to ask, and what to call it in the snapshot. */
	teamUrl: string;
	teamSource: string;
	token: string | undefined;
	now: IsoInstant;
	/** True: the answers are invented. */
	sample: boolean;
	only?: ListName | undefined;
	acceptShrunk?: boolean | undefined;
	dryRun?: boolean | undefined;
	requester?: Omit<RequesterOptions, 'url' | 'token'> | undefined;
	onProgress?: ((progress: Progress) => void) | undefined;
	/** Keeps the day, before the snapshot is replaced: there is never a new one without its day. */
	keep?: ((snapshot: Snapshot) => Promise<KeptName[]>) | undefined;
}

export interface Taken {
	report: PullReport;
	/** As it is now, or would be after a dry run. `undefined`: there is none. */
	snapshot: Snapshot | undefined;
	/** False: nothing was got, and what was there has been left as it was. */
	replaced: boolean;
	/** By list, against what was there. */
	changes: Partial<Record<ListName, RowChanges>>;
	kept: readonly KeptName[];
}

/**
 * Asks GitLab and replaces the snapshot of the checkout.
 *
 * @throws {InvalidDataError} when the snapshot that is there cannot be read, or the address has
 * never answered as GitLab does.
 * @throws {TokenRejectedError} when GitLab rejects the token.
 */
export async function takeSnapshot(options: TakeOptions): Promise<Taken> {
	const { root, environment, url, source, teamUrl, teamSource, token, sample, now, registry } =
		options;
	const previous = await readSnapshot(root);
	const isLastGood =
		!sample && previous?.about.sample === false && previous.about.source === source;
	const lastGood = isLastGood ? previous : undefined;
	Object.assign(environment, findProxyExceptions(environment, { url, token }));
	const requester = createRequester({ ...options.requester, url, token });
	const { only, onProgress } = options;
	const asked = { ...registry, team: { ...registry.team, source: teamUrl } };
	const texts = options.texts ?? (await readPageTexts(root));
	const question = {
		url,
		token,
		requester,
		registry: asked,
		texts,
		lastGood,
		now,
		only,
		onProgress,
	};
	const report = await pullSnapshot(question);
	if (lastGood === undefined) refuseStrangers(url, report);
	const pull = {
		source,
		teamSource,
		filesFor: fingerprintFileRules(toFileRules(registry)),
		pulledAt: now,
		sample,
		acceptShrunk: options.acceptShrunk ?? false,
		requests: report.requests,
	};
	const next = nextSnapshot(previous, report.outcomes, pull);
	if (!next) return { report, snapshot: previous, replaced: false, changes: {}, kept: [] };
	const snapshot = keepPublished(next, registry);
	const changes = compareSnapshots(previous, snapshot);
	let kept: readonly KeptName[] = [];
	const keep = async () => {
		kept = (await options.keep?.(snapshot)) ?? [];
	};
	if (!options.dryRun) await naming(join(root, snapshotPath), writeSnapshot(root, snapshot, keep));
	return { report, snapshot, replaced: true, changes, kept };
}

/** Data that were once pulled from there prove that the address is right. Without them it is in doubt. */
function refuseStrangers(url: string, { outcomes, failures }: PullReport): void {
	const gotNothing = listNames.every((list) => list === 'team' || outcomes[list]?.kind !== 'rows');
	const isStranger = failures.some(
		(error) => error instanceof GitLabError && error.lastKind === 'not-gitlab',
	);
	if (!gotNothing || !isStranger) return;
	throw new InvalidDataError(
		`${url} answers, but not as GitLab's API does. Nothing was changed.\n` +
			'Expected the address of a GitLab instance, with its path if it has one, such as https://gitlab.com or https://example.com/gitlab.\n' +
			'Correct GITLAB_URL, or unset it to pull from the instance in content/registry/site.yaml.',
	);
}

function compareSnapshots(before: Snapshot | undefined, after: Snapshot): Taken['changes'] {
	return Object.fromEntries(
		listNames.map((list) => [list, compareList(list, before?.rows ?? {}, after.rows)]),
	);
}

function compareList<List extends ListName>(
	list: List,
	before: Partial<Pick<SnapshotRows, List>>,
	after: Pick<SnapshotRows, List>,
): RowChanges {
	const rowsBefore: readonly ListRow<List>[] = before[list] ?? [];
	const rowsAfter: readonly ListRow<List>[] = after[list];
	return compareRows(rowsBefore, rowsAfter, lists[list].id);
}
