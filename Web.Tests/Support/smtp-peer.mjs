// A real SMTP server for tests. Says on stdout, a line each, where it listens and what it was given.
// "nobody…" is refused for good, "later…" for now, and "hold…" gets no answer after its letter until "go" comes on stdin.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { SMTPServer } from 'smtp-server';

const { SMTP_PORT = '0', SMTP_KEY, SMTP_CERT, SMTP_USER, SMTP_PASSWORD } = process.env;
const say = thing => process.stdout.write(JSON.stringify(thing) + '\n');
const refusal = (code, words) => Object.assign(new Error(words), { responseCode: code });
let open = false, waiting = [];

const server = new SMTPServer({
  disabledCommands: [...SMTP_KEY ? [] : ['STARTTLS'], ...SMTP_USER ? [] : ['AUTH']],
  ...SMTP_KEY ? { key: readFileSync(SMTP_KEY), cert: readFileSync(SMTP_CERT) } : {},
  authOptional: !SMTP_USER,
  allowInsecureAuth: !SMTP_KEY,
  onAuth: (auth, session, done) => auth.username === SMTP_USER && auth.password === SMTP_PASSWORD ? done(null, { user: SMTP_USER }) : done(refusal(535, 'no')),
  onRcptTo: ({ address }, session, done) => address.startsWith('nobody') ? done(refusal(550, '5.1.1 no such mailbox')) : address.startsWith('later') && !open ? done(refusal(451, '4.7.1 come back later')) : done(),
  onData(stream, session, done) {
    const parts = [];
    stream.on('data', part => parts.push(part));
    stream.on('end', () => {
      say({ from: session.envelope.mailFrom.address, to: session.envelope.rcptTo.map(to => to.address), secure: session.secure, user: session.user ?? null, raw: Buffer.concat(parts).toString('latin1') });
      if (session.envelope.rcptTo[0].address.startsWith('hold') && !open) waiting.push(done);
      else done();
    });
  },
});
server.on('error', () => {});
server.listen(Number(SMTP_PORT), '127.0.0.1', () => say({ port: server.server.address().port }));
const commands = createInterface(process.stdin);
commands.on('line', () => { open = true; for (const done of waiting.splice(0)) done(); });
commands.on('close', () => process.exit(0));
