import { findDrift } from '#core/drift.ts';
import { describeFinding, levelOf } from '#core/finding.ts';
import { describeSnapshot } from '#core/describe-snapshot.ts';
import { InvalidDataError } from '#model/parse.ts';
import { readRegistry } from '#store/registry.ts';
import { readSnapshot } from '#store/snapshot.ts';
import { parseArguments } from './arguments.ts';
import { readClock } from './clock.ts';
import { exitCodes, run } from './run.ts';

/** Says where the registry and GitLab disagree. Asks nobody: it compares what is in the checkout. */
async function check(): Promise<number> {
	const { strict } = parseArguments('check', { strict: { type: 'boolean', default: false } });
	const root = process.cwd();
	const registry = await readRegistry(root);
	const snapshot = await readSnapshot(root);
	if (!snapshot) {
		throw new InvalidDataError(
			'There is no snapshot in content/snapshot to compare the registry with.\nRun npm run pull first.',
		);
	}
	const findings = findDrift(registry, snapshot, registry.declaredAt);
	for (const finding of findings)
		console.log(`[${levelOf(finding)}] ${describeFinding(finding)}\n`);
	const broken = findings.filter((finding) => levelOf(finding) === 'broken').length;
	console.log(`${String(findings.length)} findings, ${String(broken)} of them broken.`);
	console.log(describeSnapshot(snapshot.about, readClock()));
	return strict && broken > 0 ? exitCodes.strict : exitCodes.fine;
}

await run(check);
