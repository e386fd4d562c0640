import { readPullEnvironment } from '#environment.ts';
import { readRegistry } from '#store/registry.ts';
import { planted } from '../test/gitlab/planted.ts';
import { sampleWorld } from '../test/gitlab/sample-world.ts';
import { startGitLab } from '../test/gitlab/server.ts';
import { teamPath } from '../test/gitlab/team-file.ts';
import { parseArguments } from './arguments.ts';
import { readClock } from './clock.ts';
import { renderSummary } from './pull-report.ts';
import { exitCodes, run } from './run.ts';
import { takeSnapshot } from './take-snapshot.ts';

/** The real pull, over HTTP, against a GitLab of invented people and numbers on this machine. */
async function sample(): Promise<number> {
	parseArguments('sample', {});
	const { HANDBOOK_TODAY } = readPullEnvironment({ HANDBOOK_TODAY: process.env.HANDBOOK_TODAY });
	const root = process.cwd();
	const registry = await readRegistry(root);
	const now = readClock(HANDBOOK_TODAY ?? readClock().slice(0, 10));
	const gitlab = await startGitLab(sampleWorld(registry, now.slice(0, 10)));
	try {
		const taken = await takeSnapshot({
			root,
			registry,
			url: gitlab.url,
			source: registry.site.instance,
			teamUrl: `${gitlab.url}${teamPath}`,
			teamSource: registry.team.source,
			token: planted.token,
			now,
			sample: true,
		});
		console.log(renderSummary(taken));
	} finally {
		await gitlab.close();
	}
	return exitCodes.fine;
}

await run(sample);
