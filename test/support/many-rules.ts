import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";

/**
 * Writes a folder of many small Sigma rules, and among them some of everything that can be wrong with a file: broken YAML, text in no
 * encoding, a link, a rule twice, two rules in one file, files that hold none, and a zip.
 */
export function writeManyRules(folder: string, count: number): void {
	for (let number = 0; number < count; number++) {
		const part = join(folder, `part ${number % 7}`);
		mkdirSync(part, { recursive: true });
		const name = `rule_${String(number).padStart(5, "0")}`;
		if (number % 50 === 1) writeFileSync(join(part, `${name}.yml`), `title: ${name}\nid: [\n`);
		else if (number % 50 === 2) writeFileSync(join(part, `${name}.yml`), Uint8Array.of(0x61, 0xff));
		else if (number % 50 === 3) writeFileSync(join(part, `${name}.png`), "image");
		else if (number % 50 === 4)
			writeFileSync(
				join(part, `${name}.yml`),
				`${writeRule(number)}---\n${writeRule(count + number)}`,
			);
		else if (number % 50 === 5) writeFileSync(join(part, `${name}.yml`), writeRule(0));
		else if (number % 50 === 6) writeFileSync(join(part, `${name}.yml`), writeMacro(number));
		else writeFileSync(join(part, `${name}.yml`), writeRule(number));
	}
	symlinkSync(join(folder, "part 0"), join(folder, "link.yml"));
	writeFileSync(
		join(folder, "part 3", "packed.zip"),
		zipSync({
			"inner/b.yml": strToU8(writeRule(2 * count + 1)),
			"inner/a.yml": strToU8(writeRule(2 * count)),
		}),
	);
}

function writeRule(number: number): string {
	return [
		`title: Rare process ${number}`,
		`id: 00000000-0000-4000-8000-${String(number).padStart(12, "0")}`,
		"status: test",
		"logsource:",
		"    product: windows",
		"    category: process_creation",
		"detection:",
		"    selection:",
		`        CommandLine|contains: 'ünusual ${number}'`,
		"    condition: selection",
		"level: low",
		"tags:",
		"    - attack.execution",
		"    - attack.t1059",
		"",
	].join("\n");
}

function writeMacro(number: number): string {
	return `definition: (process_name=a${number}.exe)\ndescription: One process.\nname: process_a${number}\n`;
}
