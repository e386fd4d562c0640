import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays } from '#core/dates.ts';
import { readPullEnvironment } from '#environment.ts';
import type { IsoDate } from '#model/identifiers.ts';
import { planHistory, removeSampleHistory, writeDay } from '#store/history.ts';
import { readRegistry, type ReadRegistry } from '#store/registry.ts';
import { planted } from '../test/gitlab/planted.ts';
import { sampleProjects } from '../test/gitlab/sample/projects.ts';
import { samplePlans } from '../test/gitlab/sample-plans.ts';
import { sampleWorld } from '../test/gitlab/sample-world.ts';
import { startGitLab } from '../test/gitlab/server.ts';
import { teamPath } from '../test/gitlab/team-file.ts';
import { parseArguments } from './arguments.ts';
import { readClock } from './clock.ts';
import { hasRealHistory, keepHistory } from './keep-history.ts';
import { renderSummary } from './pull-report.ts';
import { exitCodes, run } from './run.ts';
import { takeSnapshot, type Taken } from './take-snapshot.ts';

/** How many days before the sample there are days of which all is kept. */
const daysBefore = [28, 21, 14, 7];
/** How many days, up to that of the sample, of which the plan is kept one after the other. */
const planDays = 11;

/** The real pull, over HTTP, against a GitLab of invented people and numbers on this machine. */
async function sample(): Promise<number> {
	parseArguments('sample', {});
	const { HANDBOOK_TODAY } = readPullEnvironment({ HANDBOOK_TODAY: process.env.HANDBOOK_TODAY });
	const root = process.cwd();
	const registry = await readRegistry(root);
	const today = (HANDBOOK_TODAY ?? readClock()).slice(0, 10);
	await keepEarlierDays(root, registry, today);
	const taken = await takeSample(root, registry, today);
	const kept = taken.snapshot ? await keepHistory(root, registry, taken.snapshot) : [];
	if (kept.includes('plan')) await keepPlans(root, registry, today);
	console.log(renderSummary(taken));
	if (kept.length === 0)
		console.log('content/history stays as it was: it has days that are real, or may be.');
	return exitCodes.fine;
}

/** Replaces an invented history. One that is real, or may be, is left as it is. */
async function keepEarlierDays(
	root: string,
	registry: ReadRegistry,
	today: IsoDate,
): Promise<void> {
	if (await hasRealHistory(root)) return;
	await removeSampleHistory(root);
	const elsewhere = await mkdtemp(join(tmpdir(), 'handbook-sample-'));
	try {
		for (const days of daysBefore) {
			const { snapshot } = await takeSample(elsewhere, registry, addDays(today, -days));
			if (snapshot) await keepHistory(root, registry, snapshot);
		}
	} finally {
		await rm(elsewhere, { recursive: true });
	}
}

/**
 * Plans are made without pulls: those of the same days, each after the one before it, would give the
 * same ones. A pull of the sample starts from nothing, so that it follows no issue that has left.
 */
async function keepPlans(root: string, registry: ReadRegistry, until: IsoDate): Promise<void> {
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

async function takeSample(root: string, registry: ReadRegistry, day: IsoDate): Promise<Taken> {
	const gitlab = await startGitLab(sampleWorld(registry, day));
	try {
		return await takeSnapshot({
			root,
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

await run(sample);
