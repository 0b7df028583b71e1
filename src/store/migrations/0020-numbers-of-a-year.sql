-- Numbers of papers begin anew each year (Điều 8, Phụ lục III NĐ 30/2020): "01/QĐ-UBND" of 2025 and of 2026 are two papers.
create unique index paper_number_of_year on paper (agency_id, number, extract(year from issued_on));
alter table paper drop constraint paper_agency_id_number_key;
