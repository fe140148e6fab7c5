-- Call records as Asterisk writes them. Idempotent; run it before Asterisk starts or at any time after.
-- Asterisk's login is "pbx", the service "ivr" reads. Grants are made for the logins that exist.
DO $$
BEGIN
  -- CREATE SCHEMA IF NOT EXISTS asks for a right over the database even where the schema exists.
  IF NOT EXISTS (SELECT FROM pg_namespace WHERE nspname = 'pbx') THEN
    CREATE SCHEMA pbx;
  END IF;
END
$$;

-- One row for each leg of a call. Times are seconds since the epoch: independent of any session's time zone.
CREATE TABLE IF NOT EXISTS pbx.cdr (
  start        double precision,
  answer       double precision,
  "end"        double precision,
  clid         text,
  src          text,
  dst          text,
  dcontext     text,
  channel      text,
  dstchannel   text,
  lastapp      text,
  lastdata     text,
  duration     integer,
  billsec      integer,
  disposition  text,
  amaflags     integer,
  accountcode  text,
  peeraccount  text,
  userfield    text,
  uniqueid     text NOT NULL,
  linkedid     text,
  sequence     integer,
  started_at   timestamptz GENERATED ALWAYS AS (to_timestamp(start)) STORED,
  answered_at  timestamptz GENERATED ALWAYS AS (to_timestamp(nullif(answer, 0))) STORED,
  ended_at     timestamptz GENERATED ALWAYS AS (to_timestamp(nullif("end", 0))) STORED
);
CREATE INDEX IF NOT EXISTS cdr_uniqueid ON pbx.cdr (uniqueid);
CREATE INDEX IF NOT EXISTS cdr_started_at ON pbx.cdr USING brin (started_at);

-- Channel events: CHAN_START, ANSWER, HANGUP, CHAN_END. uniqueid is the channel's id, which is our call's id.
-- A HANGUP's `extra` is JSON with the Q.850 cause, which hangup_cause repeats.
CREATE TABLE IF NOT EXISTS pbx.cel (
  eventtype    text NOT NULL,
  eventtime    double precision NOT NULL,
  userdeftype  text,
  cid_name     text,
  cid_num      text,
  cid_ani      text,
  cid_rdnis    text,
  cid_dnid     text,
  exten        text,
  context      text,
  channame     text,
  appname      text,
  appdata      text,
  amaflags     integer,
  accountcode  text,
  peeraccount  text,
  uniqueid     text NOT NULL,
  linkedid     text,
  userfield    text,
  peer         text,
  extra        text,
  occurred_at  timestamptz GENERATED ALWAYS AS (to_timestamp(eventtime)) STORED,
  hangup_cause integer GENERATED ALWAYS AS (substring(extra FROM '"hangupcause":\s*(\d+)')::integer) STORED
);
CREATE INDEX IF NOT EXISTS cel_uniqueid ON pbx.cel (uniqueid);
CREATE INDEX IF NOT EXISTS cel_occurred_at ON pbx.cel USING brin (occurred_at);

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'pbx') THEN
    GRANT USAGE ON SCHEMA pbx TO pbx;
    GRANT INSERT ON pbx.cdr, pbx.cel TO pbx;
  END IF;
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'ivr') THEN
    GRANT USAGE ON SCHEMA pbx TO ivr;
    GRANT SELECT ON pbx.cdr, pbx.cel TO ivr;
  END IF;
END
$$;
