insert into book values ('978-0', 1);
