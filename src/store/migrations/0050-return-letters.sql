-- The letter with which a forwarded petition goes back to its forwarder (Mẫu 04-XLĐ of Thông tư 07/2014; no form since 2021).
alter table post_entry add column return_paper_id uuid references paper;
comment on column post_entry.return_paper_id is 'Null for a denunciation, which is passed on and not returned, and for what went back before there were letters.';
