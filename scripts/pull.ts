import { readPullEnvironment } from '#environment.ts';
import { partialOf } from '#core/words/list-words.ts';
import { listNames } from '#model/snapshot.ts';
import { readRegistry } from '#store/registry.ts';
import { parseChoice, parseCount } from './arguments.ts';
import { readToday } from './clock.ts';
import { defineCommand, run, type CommandFunction } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { keepHistory, type KeptName } from './keep-history.ts';
import { pullOptions } from './pull-options.ts';
import { createProgress, renderChanges, renderQuiet, renderSummary } from './pull-report.ts';
import { openTrace } from './trace.ts';
import { takeSnapshot, type Taken, type TakeOptions } from './take-snapshot.ts';

/** @param transport What there are no options for. */
export function definePull(transport: TakeOptions['requester'] = {}): CommandFunction {
	return defineCommand(
		{ name: 'pull', does: 'Pulls from GitLab and writes content/snapshot.', options: pullOptions },
		async (options, surroundings) => {
			const { root, environment, print, terminal } = surroundings;
			const registry = await readRegistry(root);
			const settings = readPullEnvironment(environment, registry.site.instance);
			const progress = createProgress(terminal, options.quiet);
			const teamUrl = settings.TEAM_YML_URL ?? registry.team.source;
			await using trace = await openTrace(root, options.trace);
			const taken = await takeSnapshot({
				root,
				environment,
				registry,
				url: settings.GITLAB_URL,
				source: settings.GITLAB_URL,
				teamUrl,
				teamSource: teamUrl,
				token: settings.GITLAB_TOKEN,
				now: readToday(surroundings),
				sample: false,
				only: options.only === undefined ? undefined : parseChoice('only', options.only, listNames),
				acceptShrunk: options['accept-shrunk'],
				dryRun: options['dry-run'],
				requester: {
					...transport,
					onWait: progress.onWait,
					onRequest: trace.onRequest,
					attemptTimeoutMs: inMs(parseCount('timeout', options.timeout)),
					deadlineMs: inMs(parseCount('deadline', options.deadline)),
					concurrency: parseCount('concurrency', options.concurrency, 'whole number'),
				},
				onProgress: progress.onProgress,
				keep: (snapshot) => keepHistory(root, registry, snapshot),
			}).finally(() => {
				progress.end();
			});
			const report = options.quiet ? renderQuiet(taken) : renderSummary(taken);
			if (report !== '') print(report);
			if (options['dry-run']) print(renderChanges(taken));
			else if (!options.quiet) print(describeWriting(taken));
			return options.strict && !isStrictlyFresh(taken) ? exitCodes.strict : exitCodes.fine;
		},
	);
}

function inMs(seconds: number | undefined): number | undefined {
	return seconds === undefined ? undefined : seconds * 1000;
}

const keptWords: Record<KeptName, string> = {
	checks: 'the checks',
	plan: 'the plan',
	calls: 'the calls of the consumers',
	rules: 'the rules of the handbook',
};

function describeWriting({ replaced, snapshot, kept }: Taken): string {
	if (replaced && kept.length > 0) {
		const what = kept.map((kind) => keptWords[kind]).join(', ');
		return `content/snapshot is written. content/history has for this day: ${what}.`;
	}
	if (replaced) {
		return "content/snapshot is written. content/history is unchanged, because this pull didn't return what belongs there.";
	}
	if (!snapshot)
		return "The pull returned nothing, and there's no snapshot yet. Run npm run sample for invented data.";
	return snapshot.about.sample
		? 'The pull returned nothing. content/snapshot is unchanged: sample data.'
		: 'The pull returned nothing. content/snapshot is unchanged.';
}

/** A list with gaps is not fresh. One that could not be asked for, since it needs a token, or that the team has not, does not count. */
function isStrictlyFresh({ report, snapshot }: Taken): boolean {
	return listNames.every((list) => {
		const outcome = report.outcomes[list];
		if (!outcome || ['impossible', 'not-configured'].includes(outcome.kind)) return true;
		const state = snapshot?.about.lists[list];
		return outcome.kind === 'rows' && state?.state === 'fresh' && partialOf(state) === null;
	});
}

await run(import.meta.filename, definePull());
