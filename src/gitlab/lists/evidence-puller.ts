import pLimit from 'p-limit';
import type { ConsumerEvidence } from '#model/evidence.ts';
import type { ProjectPath } from '#model/identifiers.ts';
import { isPulled, type Snapshot } from '#model/snapshot.ts';
import { anonymousClient } from '#gitlab/transport/client.ts';
import type { CurrentProjects } from './current-projects.ts';
import { draftEvidence, type EvidenceDraft } from './pull-evidence.ts';
import { scanLimits } from '#gitlab/files/scan-thread.ts';
import type { Count, Puller, Source } from './source.ts';

/** At a time: each takes a slot of the requester until it is read. */
const archivesAtOnce = 2;

export interface EvidenceNeeds {
	/** Which declared consumers a stranger sees. */
	currentConsumers: () => Promise<CurrentProjects>;
	/** Requests that may still be made, as soon as no other list asks for anything. */
	left: () => Promise<number>;
}

/** What the consumers call, by their own source. Of one that strangers do not see nothing is known. */
export function evidencePuller(
	{ url, requester, registry, lastGood, now }: Source,
	count: Count,
	{ currentConsumers, left }: EvidenceNeeds,
): Puller {
	const { consumers, api } = registry;
	const onAttempt = count('evidence');
	const client = anonymousClient(url, requester, onAttempt);
	const known = (path: ProjectPath) => lastGood?.rows.evidence.find((row) => row.path === path);
	const isUpToDate = lastGood !== undefined && isAsNewAsConsumers(lastGood);
	return {
		of: consumers.length,
		pull: async (onRow) => {
			const current = await currentConsumers();
			let open = consumers.length;
			const timeLimitMs = () => shareOf(requester.timeLeft(), open);
			const source = { client, requester, onAttempt, api, timeLimitMs };
			const question = { ...source, now, known, isUpToDate };
			const slots = pLimit(archivesAtOnce);
			const drafts = await Promise.all(
				consumers.map(({ path }) =>
					slots(async () => {
						const draft = await draftEvidence(path, current.get(path), question);
						open -= 1;
						onRow();
						return draft;
					}),
				),
			);
			const rows = await finishAll(drafts, left);
			return { evidence: { kind: 'rows', rows } };
		},
	};
}

/** A part of the time that is left, so that each of the others has as much. Half is for downloads. */
function shareOf(leftMs: number, consumers: number): number {
	return Math.min(scanLimits.timeMs, leftMs / 2 / Math.max(1, consumers));
}

/** One after the other, so that what is read does not depend on which answers come first. */
async function finishAll(
	drafts: readonly EvidenceDraft[],
	left: EvidenceNeeds['left'],
): Promise<ConsumerEvidence[]> {
	const rows: ConsumerEvidence[] = [];
	for (const { row, readFiles } of drafts)
		rows.push(readFiles ? await readFiles(await left()) : row);
	return rows;
}

/**
 * Whether the last good list is from the pull that the consumers are from, or a later one. A consumer
 * that has not changed since then may have changed since an earlier one.
 */
function isAsNewAsConsumers({ about: { lists } }: Snapshot): boolean {
	const { evidence, consumers } = lists;
	return (
		evidence.state === 'fresh' && isPulled(consumers) && evidence.pulledAt >= consumers.pulledAt
	);
}
