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

CREATE INDEX IF NOT EXISTS cdr_linkedid ON pbx.cdr (linkedid);
CREATE INDEX IF NOT EXISTS cel_linkedid ON pbx.cel (linkedid);

-- What app_queue writes of itself into Asterisk's file queue_log, brought here by ship-queue-log.sh. Callers' numbers
-- are kept out of it by the dialplan. queuename is q-<queue>, agent is agent-<sip user>, NONE where there is none.
CREATE TABLE IF NOT EXISTS pbx.queue_log (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  occurred_at  timestamptz NOT NULL,
  node         text NOT NULL,
  callid       text NOT NULL,
  queuename    text NOT NULL,
  agent        text NOT NULL,
  event        text NOT NULL,
  data1        text NOT NULL DEFAULT '',
  data2        text NOT NULL DEFAULT '',
  data3        text NOT NULL DEFAULT '',
  data4        text NOT NULL DEFAULT '',
  data5        text NOT NULL DEFAULT '',
  -- a line that comes twice is kept once
  fingerprint  text NOT NULL,
  UNIQUE (node, fingerprint)
);
CREATE INDEX IF NOT EXISTS queue_log_occurred_at ON pbx.queue_log (occurred_at, id);
CREATE INDEX IF NOT EXISTS queue_log_callid ON pbx.queue_log (callid);

-- One line of the file at a time: EPOCH|CALLID|QUEUE|AGENT|EVENT|DATA1|…|DATA5. What is no such line is left out.
CREATE OR REPLACE VIEW pbx.queue_log_lines AS SELECT NULL::text AS node, NULL::text AS line;
CREATE OR REPLACE FUNCTION pbx.take_queue_log_line() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  part text[] := string_to_array(NEW.line, '|');
BEGIN
  IF part[1] !~ '^[0-9]{1,12}$' OR coalesce(part[5], '') = '' THEN
    RETURN NULL;
  END IF;
  -- The line counts as shipped from now on: other records are not worth an fsync, this one is.
  PERFORM set_config('synchronous_commit', 'on', true);
  INSERT INTO pbx.queue_log
    (occurred_at, node, callid, queuename, agent, event, data1, data2, data3, data4, data5, fingerprint)
  VALUES (
    to_timestamp(part[1]::double precision), NEW.node, part[2], part[3], part[4], part[5], coalesce(part[6], ''),
    coalesce(part[7], ''), coalesce(part[8], ''), coalesce(part[9], ''), coalesce(part[10], ''), md5(NEW.line))
  ON CONFLICT DO NOTHING;
  RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER take_queue_log_line INSTEAD OF INSERT ON pbx.queue_log_lines
  FOR EACH ROW EXECUTE FUNCTION pbx.take_queue_log_line();

-- Takes the caller's number and name out of every record of that call and of the channels linked to it (art. 15:
-- who reports without a name is not to be found). Repeatable; records written later need it again.
CREATE OR REPLACE FUNCTION pbx.forget_caller(call_id text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  links text[];
  numbers text[];
BEGIN
  SELECT coalesce(array_agg(DISTINCT linkedid), '{}') INTO links FROM (
    SELECT linkedid FROM pbx.cdr WHERE uniqueid = call_id
    UNION ALL SELECT linkedid FROM pbx.cel WHERE uniqueid = call_id
    UNION ALL SELECT call_id
  ) AS linked WHERE linkedid IS NOT NULL;

  SELECT coalesce(array_agg(DISTINCT number), '{}') INTO numbers FROM (
    SELECT src AS number FROM pbx.cdr WHERE uniqueid = call_id
    UNION ALL SELECT unnest(ARRAY[cid_num, cid_ani]) FROM pbx.cel WHERE uniqueid = call_id
  ) AS known WHERE length(number) > 4;

  UPDATE pbx.cdr SET
    src = CASE WHEN uniqueid = call_id OR src = ANY (numbers) THEN '' ELSE src END,
    clid = CASE WHEN uniqueid = call_id OR EXISTS (SELECT FROM unnest(numbers) AS n WHERE strpos(clid, n) > 0)
           THEN '' ELSE clid END,
    dst = CASE WHEN dst = ANY (numbers) THEN '' ELSE dst END,
    lastdata = CASE WHEN EXISTS (SELECT FROM unnest(numbers) AS n WHERE strpos(lastdata, n) > 0)
               THEN '' ELSE lastdata END
  WHERE linkedid = ANY (links) OR uniqueid = call_id;

  UPDATE pbx.cel SET
    cid_num = CASE WHEN uniqueid = call_id OR cid_num = ANY (numbers) THEN '' ELSE cid_num END,
    cid_ani = CASE WHEN uniqueid = call_id OR cid_ani = ANY (numbers) THEN '' ELSE cid_ani END,
    cid_name = CASE WHEN uniqueid = call_id OR cid_name = ANY (numbers) THEN '' ELSE cid_name END,
    cid_rdnis = CASE WHEN uniqueid = call_id OR cid_rdnis = ANY (numbers) THEN '' ELSE cid_rdnis END,
    cid_dnid = CASE WHEN cid_dnid = ANY (numbers) THEN '' ELSE cid_dnid END,
    exten = CASE WHEN exten = ANY (numbers) THEN '' ELSE exten END,
    appdata = CASE WHEN EXISTS (SELECT FROM unnest(numbers) AS n WHERE strpos(appdata, n) > 0)
              THEN '' ELSE appdata END
  WHERE linkedid = ANY (links) OR uniqueid = call_id;

  UPDATE pbx.queue_log SET data2 = '', data4 = '' WHERE callid = call_id AND event = 'ENTERQUEUE';
END
$$;
REVOKE ALL ON FUNCTION pbx.forget_caller(text) FROM PUBLIC;

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'pbx') THEN
    GRANT USAGE ON SCHEMA pbx TO pbx;
    GRANT INSERT ON pbx.cdr, pbx.cel, pbx.queue_log, pbx.queue_log_lines TO pbx;
  END IF;
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'ivr') THEN
    GRANT USAGE ON SCHEMA pbx TO ivr;
    GRANT SELECT ON pbx.cdr, pbx.cel, pbx.queue_log TO ivr;
    GRANT EXECUTE ON FUNCTION pbx.forget_caller(text) TO ivr;
  END IF;
END
$$;
