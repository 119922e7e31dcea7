-- A register as schema 1 wrote it: one report read, one input rejected.
BEGIN TRANSACTION;
CREATE TABLE decisions (
	seq INTEGER NOT NULL, 
	id VARCHAR(64) NOT NULL, 
	payload TEXT NOT NULL, 
	recorded_at VARCHAR(40) NOT NULL, 
	PRIMARY KEY (seq), 
	UNIQUE (id)
);
CREATE TABLE meta (
	"key" VARCHAR(64) NOT NULL, 
	value TEXT NOT NULL, 
	PRIMARY KEY ("key")
);
INSERT INTO "meta" VALUES('schema','1');
INSERT INTO "meta" VALUES('codebook','security');
INSERT INTO "meta" VALUES('name','Old');
CREATE TABLE occurrences (
	seq INTEGER NOT NULL, 
	id VARCHAR(64) NOT NULL, 
	payload TEXT NOT NULL, 
	recorded_at VARCHAR(40) NOT NULL, 
	PRIMARY KEY (seq), 
	UNIQUE (id)
);
CREATE TABLE readings (
	seq INTEGER NOT NULL, 
	report VARCHAR(200) NOT NULL, 
	reader VARCHAR(64) NOT NULL, 
	codebook VARCHAR(64) NOT NULL, 
	payload TEXT NOT NULL, 
	recorded_at VARCHAR(40) NOT NULL, 
	PRIMARY KEY (seq), 
	UNIQUE (report, reader, codebook), 
	FOREIGN KEY(report) REFERENCES reports (id)
);
INSERT INTO "readings" VALUES(1,'a','grammar.v1','fe6858d73c06f46c','{"statements":[{"id":"s-5b92729d622f0393","report":"a","reader":"grammar.v1","act":"refusal","actor":{"id":"NOR","name":"Norway","mention":"Norway"},"contribution":"troops","attribution":"indirect","evidence":[{"report":"a","text_hash":"e3c45cb5536a5cd53f9d779279f63c09bdd98394be65cfd8086e4d69d9645c91","start":0,"end":35,"quote":"Norway will not send troops to Mali"}],"object":"troops","refrain":false,"what":[],"members":null,"recipient":"MLI","place":{"words":"to Mali","id":"MLI","relation":"in"},"amounts":[],"when":null,"said_on":null,"conditions":[],"alternative":null,"hedge":null,"speaker":{"name":null,"role":"government","of":"NOR"},"why":[{"field":"act","start":16,"end":20,"words":"send","rule":"speech"},{"field":"contribution","start":21,"end":27,"words":"troops","rule":"troops"},{"field":"actor","start":0,"end":6,"words":"Norway","rule":"NOR"},{"field":"speaker","start":37,"end":51,"words":"its government","rule":"indirect"}]},{"id":"s-8f1a62f203882083","report":"a","reader":"grammar.v1","act":"offer","actor":{"id":"KEN","name":"Kenya","mention":"Kenya"},"contribution":"training","attribution":"own_voice","evidence":[{"report":"a","text_hash":"e3c45cb5536a5cd53f9d779279f63c09bdd98394be65cfd8086e4d69d9645c91","start":68,"end":107,"quote":"Kenya is ready to train Malian soldiers"}],"object":"train Malian soldiers","refrain":false,"what":[],"members":null,"recipient":"MLI","place":null,"amounts":[],"when":null,"said_on":null,"conditions":[],"alternative":null,"hedge":"ready","speaker":null,"why":[{"field":"act","start":77,"end":82,"words":"ready","rule":"adjective"},{"field":"contribution","start":86,"end":107,"words":"train Malian soldiers","rule":"training"},{"field":"actor","start":68,"end":73,"words":"Kenya","rule":"KEN"}]}],"left_out":[]}','2026-11-25T09:36:18+00:00');
CREATE TABLE rejects (
	seq INTEGER NOT NULL, 
	location TEXT NOT NULL, 
	payload TEXT NOT NULL, 
	recorded_at VARCHAR(40) NOT NULL, 
	PRIMARY KEY (seq)
);
INSERT INTO "rejects" VALUES(1,'e.txt','{"reason":"empty","where":"e.txt","detail":"nothing in it","todo":"check the file","source":null}','2026-11-25T09:36:14+00:00');
CREATE TABLE reports (
	seq INTEGER NOT NULL, 
	id VARCHAR(200) NOT NULL, 
	source VARCHAR(64) NOT NULL, 
	text_hash VARCHAR(64) NOT NULL, 
	published VARCHAR(10), 
	payload TEXT NOT NULL, 
	recorded_at VARCHAR(40) NOT NULL, 
	PRIMARY KEY (seq), 
	UNIQUE (id), 
	UNIQUE (source), 
	FOREIGN KEY(source) REFERENCES sources (id)
);
INSERT INTO "reports" VALUES(1,'a','e3c45cb5536a5cd53f9d779279f63c09bdd98394be65cfd8086e4d69d9645c91','e3c45cb5536a5cd53f9d779279f63c09bdd98394be65cfd8086e4d69d9645c91',NULL,'{"id":"a","text":"Norway will not send troops to Mali, its government said on Monday. Kenya is ready to train Malian soldiers.","source":"e3c45cb5536a5cd53f9d779279f63c09bdd98394be65cfd8086e4d69d9645c91","where":"a.txt","title":null,"outlet":null,"byline":null,"credit":null,"dateline":null,"published":null,"published_by":null,"published_readings":[],"language":"en","url":null,"domain":null,"set_aside":[],"dates":[]}','2026-11-25T09:36:13+00:00');
CREATE TABLE runs (
	seq INTEGER NOT NULL, 
	id VARCHAR(64) NOT NULL, 
	state VARCHAR(16) NOT NULL, 
	payload TEXT NOT NULL, 
	recorded_at VARCHAR(40) NOT NULL, 
	PRIMARY KEY (seq)
);
INSERT INTO "runs" VALUES(1,'c6c82dc536444734bfe60d89b922f4b8','running','{"id":"c6c82dc536444734bfe60d89b922f4b8","started_at":"2026-11-25T09:36:16+00:00","ended_at":null,"version":"0.1.0","reader":"grammar.v1","codebook":"security 2","reports_seen":1,"reports_read":0,"statements":0,"rejected":1,"state":"running"}','2026-11-25T09:36:16+00:00');
INSERT INTO "runs" VALUES(2,'c6c82dc536444734bfe60d89b922f4b8','done','{"id":"c6c82dc536444734bfe60d89b922f4b8","started_at":"2026-11-25T09:36:16+00:00","ended_at":"2026-11-25T09:36:18+00:00","version":"0.1.0","reader":"grammar.v1","codebook":"security 2","reports_seen":1,"reports_read":1,"statements":2,"rejected":1,"state":"done"}','2026-11-25T09:36:18+00:00');
CREATE TABLE sources (
	id VARCHAR(64) NOT NULL, 
	content BLOB NOT NULL, 
	media_type VARCHAR(64) NOT NULL, 
	location TEXT NOT NULL, 
	received_at VARCHAR(40) NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "sources" VALUES('e3c45cb5536a5cd53f9d779279f63c09bdd98394be65cfd8086e4d69d9645c91',X'4E6F727761792077696C6C206E6F742073656E642074726F6F707320746F204D616C692C2069747320676F7665726E6D656E742073616964206F6E204D6F6E6461792E204B656E796120697320726561647920746F20747261696E204D616C69616E20736F6C64696572732E','text/plain','a.txt','2026-11-25T09:36:13+00:00');
CREATE INDEX reports_published ON reports (published);
COMMIT;
