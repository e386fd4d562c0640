import { readPullEnvironment } from '#environment.ts';
import { InvalidDataError } from '#model/parse.ts';
import { listNames, ListName } from '#model/snapshot.ts';
import { readRegistry } from '#store/registry.ts';
import { parseArguments, parseCount } from './arguments.ts';
import { readClock } from './clock.ts';
import { keepHistory, type KeptName } from './keep-history.ts';
import { createProgress, renderChanges, renderSummary } from './pull-report.ts';
import { exitCodes, run } from './run.ts';
import { takeSnapshot, type Taken } from './take-snapshot.ts';

const options = {
	only: { type: 'string' },
	'dry-run': { type: 'boolean', default: false },
	strict: { type: 'boolean', default: false },
	'accept-shrunk': { type: 'boolean', default: false },
	timeout: { type: 'string' },
	deadline: { type: 'string' },
	concurrency: { type: 'string' },
} as const;

/** Asks GitLab and writes content/snapshot. */
async function pull(): Promise<number> {
	const args = parseArguments('pull', options);
	const settings = readPullEnvironment(process.env);
	const root = process.cwd();
	const progress = createProgress(process.stderr);
	const registry = await readRegistry(root);
	const teamUrl = settings.TEAM_YML_URL ?? registry.team.source;
	const taken = await takeSnapshot({
		root,
		registry,
		url: settings.GITLAB_URL,
		source: settings.GITLAB_URL,
		teamUrl,
		teamSource: teamUrl,
		token: settings.GITLAB_TOKEN,
		now: readClock(settings.HANDBOOK_TODAY),
		sample: false,
		only: parseList(args.only),
		acceptShrunk: args['accept-shrunk'],
		dryRun: args['dry-run'],
		requester: {
			attemptTimeoutMs: inMs(parseCount('timeout', args.timeout)),
			deadlineMs: inMs(parseCount('deadline', args.deadline)),
			concurrency: parseCount('concurrency', args.concurrency, 'whole number'),
		},
		onProgress: progress.onProgress,
		keep: (snapshot) => keepHistory(root, registry, snapshot),
	}).finally(progress.end);
	console.log(renderSummary(taken));
	if (args['dry-run']) console.log(renderChanges(taken));
	else console.log(describeWriting(taken));
	return args.strict && !isStrictlyFresh(taken) ? exitCodes.strict : exitCodes.fine;
}

function parseList(name: string | undefined): ListName | undefined {
	if (name === undefined) return undefined;
	const list = ListName.safeParse(name);
	if (list.success) return list.data;
	throw new InvalidDataError(`--only names "${name}".\nExpected one of ${listNames.join(', ')}.`);
}

function inMs(seconds: number | undefined): number | undefined {
	return seconds === undefined ? undefined : seconds * 1000;
}

const keptWords: Record<KeptName, string> = {
	checks: 'the checks',
	plan: 'the plan',
	calls: 'the calls of the consumers',
};

function describeWriting({ replaced, snapshot, kept }: Taken): string {
	if (replaced && kept.length > 0) {
		const what = kept.map((kind) => keptWords[kind]).join(', ');
		return `content/snapshot is written. content/history keeps of this day: ${what}.`;
	}
	if (replaced) {
		return 'content/snapshot is written. content/history is as it was, since this pull has not got what it keeps.';
	}
	if (!snapshot)
		return 'Nothing was got, and there is no snapshot. Run npm run sample for invented data.';
	return snapshot.about.sample
		? 'Nothing was got: content/snapshot stays as it was, sample data.'
		: 'Nothing was got: content/snapshot stays as it was.';
}

/** A list that could not be asked for, since it needs a token, does not count. */
function isStrictlyFresh({ report, snapshot }: Taken): boolean {
	return listNames.every((list) => {
		const outcome = report.outcomes[list];
		if (outcome === undefined || outcome.kind === 'impossible') return true;
		return outcome.kind === 'rows' && snapshot?.about.lists[list].state === 'fresh';
	});
}

await run(pull);
