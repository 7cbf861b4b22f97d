import {type Command, Option} from 'commander';
import {everywhere} from '../kernel/scope.ts';
import {type Level, levels, setAddress} from '../oversight/index.ts';
import {createSmtpMailer} from '../oversight/smtp/mailer.ts';
import {StartupFailure} from '../db/startup-failure.ts';
import type {Environment} from './environment.ts';
import {escalateAll, sendMails} from './findings-chores.ts';
import {commandLine} from './user.ts';
import {withService} from './with-service.ts';

const print = (value: unknown): void => {
	process.stdout.write(`${JSON.stringify(value)}\n`);
};

export function registerFindings(program: Command, environment: Environment): void {
	const findings = program.command('findings').description('the register of audit findings');
	findings
		.command('escalate')
		.description('take every overdue finding a level up, as the service does by itself each hour')
		.action(async () => {
			print(
				await withService(environment.config(), async (service) =>
					escalateAll(service, commandLine),
				),
			);
		});
	findings
		.command('mail')
		.description('send the mail that waits, as the service does by itself each minute')
		.action(async () => {
			const {mail, publicUrl, ...config} = environment.config();
			if (!mail) {
				throw new StartupFailure('No mail is sent: set BERGULIR_SMTP_URL and BERGULIR_MAIL_FROM.');
			}
			const mailer = createSmtpMailer(mail);
			try {
				const turn = await withService({...config, mail, publicUrl}, async (service) =>
					sendMails(service, {mailer, publicUrl}),
				);
				print(turn);
				if (turn.failed > 0) process.exitCode = 1;
			} finally {
				mailer.close();
			}
		});
	findings
		.command('address')
		.description('say where the institution of a level is written to, from now on')
		.requiredOption('--place <code>', 'a region and all within it, or the code of one book')
		.addOption(
			new Option('--level <level>', 'which institution').choices(levels).makeOptionMandatory(),
		)
		.requiredOption('--address <address>', 'its e-mail address')
		.action(async (wanted: {place: string; level: Level; address: string}) => {
			const by = {scope: everywhere, actor: commandLine};
			print(
				await withService(environment.config(), async ({inTransaction}) =>
					inTransaction(by, async (work) => setAddress(work, wanted)),
				),
			);
		});
}
