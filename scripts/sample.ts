import { readPageTexts } from '#store/page-files.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, dayOf } from '#core/base/dates.ts';
import { hasPlan } from '#core/snapshot/configured-lists.ts';
import type { IsoDate } from '#model/identifiers.ts';
import { InvalidDataError } from '#model/parse.ts';
import { historyPath, planHistory, replaceHistory, writeDay } from '#store/history.ts';
import type { Registry } from '#model/registry.ts';
import { readRegistry } from '#store/registry.ts';
import { readSnapshot, snapshotPath, writeSnapshot } from '#store/snapshot.ts';
import { planted } from '../test/gitlab/planted.ts';
import { sampleProjects } from '../test/gitlab/sample/projects.ts';
import { samplePlans } from '../test/gitlab/sample-plans.ts';
import { sampleWorld } from '../test/gitlab/sample-world.ts';
import { startGitLab } from '../test/gitlab/server.ts';
import { teamPath } from '../test/gitlab/team-file.ts';
import { readClock, readToday } from './clock.ts';
import { defineCommand, run, type Surroundings } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { naming } from './failure.ts';
import { hasRealHistory, keepHistory } from './keep-history.ts';
import { renderSummary } from './pull-report.ts';
import { takeSnapshot, type Taken } from './take-snapshot.ts';

/** How many days before the sample there are days of which all is kept. */
const daysBefore = [28, 21, 14, 7];
/** How many days, up to that of the sample, of which the plan is kept one after the other. */
const planDays = 11;

/**
 * The real pull, over HTTP, against a GitLab of invented people and numbers on this machine. It is
 * made aside, as a whole: until all of it is there nothing changes.
 */
export const sample = defineCommand(
	{
		name: 'sample',
		does: 'Fills content/snapshot and content/history with invented data for this registry.',
		options: {
			force: { type: 'boolean', default: false, help: 'Replaces real data, too.' },
		},
	},
	async ({ force }, surroundings) => {
		const { root, environment, print } = surroundings;
		const registry = await readRegistry(root);
		const today = dayOf(readToday(surroundings));
		if (!force) await refuseRealData(root);
		const aside = await mkdtemp(join(tmpdir(), 'handbook-sample-'));
		try {
			const texts = await readPageTexts(root);
			const taken = await makeSample({ root: aside, environment, texts }, registry, today);
			const { snapshot } = taken;
			if (!snapshot) throw new Error('The GitLab of the tests returned no list.');
			const exchange = replaceHistory(root, aside, () => writeSnapshot(root, snapshot));
			await naming(join(root, 'content'), exchange);
			print(renderSummary(taken));
		} finally {
			await rm(aside, { recursive: true });
		}
		return exitCodes.fine;
	},
);

/** Where a sample is made. */
interface Aside extends Pick<Surroundings, 'root' | 'environment'> {
	/** Of the checkout's pages. */
	texts: readonly string[];
}

/** What cannot be read may be real, too. */
async function refuseRealData(root: string): Promise<void> {
	const about = (await readSnapshot(root))?.about;
	const real = [
		...(about?.sample === false ? [snapshotPath] : []),
		...((await hasRealHistory(root)) ? [historyPath] : []),
	].join(' and ');
	if (real === '') return;
	throw new InvalidDataError(
		`Data in ${real} may be real, so nothing was changed.\nRun npm run sample -- --force to replace the snapshot and the history with invented data.`,
	);
}

/** What was kept of some days before, and the plans of many: a history to look at. */
async function makeSample(aside: Aside, registry: Registry, today: IsoDate): Promise<Taken> {
	const { root } = aside;
	for (const days of daysBefore) {
		const { snapshot } = await takeSample(aside, registry, addDays(today, -days));
		if (snapshot) await keepHistory(root, registry, snapshot);
	}
	const taken = await takeSample(aside, registry, today);
	if (taken.snapshot) await keepHistory(root, registry, taken.snapshot);
	if (hasPlan(registry)) await keepPlans(root, registry, today);
	return taken;
}

/**
 * Plans are made without pulls: those of the same days, each after the one before it, would give the
 * same ones. A pull of the sample starts from nothing, so that it follows no issue that has left.
 */
async function keepPlans(root: string, registry: Registry, until: IsoDate): Promise<void> {
	const { projects } = sampleProjects(registry, until);
	const source = registry.site.instance;
	const days = Math.max(...daysBefore) + 1;
	const plans = samplePlans(registry.plan, { until, days, source, projects });
	const kept = daysBefore.map((count) => addDays(until, -count));
	const lately = addDays(until, 1 - planDays);
	for (const plan of plans) {
		if (plan.day >= lately || kept.includes(plan.day)) await writeDay(root, planHistory, plan);
	}
}

async function takeSample(aside: Aside, registry: Registry, day: IsoDate): Promise<Taken> {
	const gitlab = await startGitLab(sampleWorld(registry, day, aside.texts));
	try {
		return await takeSnapshot({
			...aside,
			registry,
			url: gitlab.url,
			source: registry.site.instance,
			teamUrl: `${gitlab.url}${teamPath}`,
			teamSource: registry.team.source,
			token: planted.token,
			now: readClock(day),
			sample: true,
		});
	} finally {
		await gitlab.close();
	}
}

await run(import.meta.filename, sample);
