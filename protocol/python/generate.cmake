# cmake -DPROTOC=... -DROOT=... -DOUT=... -DPROTOS=a;b -P generate.cmake: the message classes for Python.
# protoc has them import each other as protocol.messages.*, by the path of the .proto files, which is a
# name that a researcher's own program may have another use for: here they move into the package.
set(work "${OUT}.protoc")
file(REMOVE_RECURSE "${work}" "${OUT}")
file(MAKE_DIRECTORY "${work}" "${OUT}")
set(files ${PROTOS})
list(TRANSFORM files PREPEND "protocol/messages/")
list(TRANSFORM files APPEND ".proto")
execute_process(COMMAND "${PROTOC}" -I "${ROOT}" --python_out "${work}" --pyi_out "${work}" ${files}
                WORKING_DIRECTORY "${ROOT}" COMMAND_ERROR_IS_FATAL ANY)
foreach(proto IN LISTS PROTOS)
  foreach(suffix IN ITEMS _pb2.py _pb2.pyi)
    file(READ "${work}/protocol/messages/${proto}${suffix}" text)
    string(REPLACE "from protocol.messages import " "from monazite._generated import " text "${text}")
    file(WRITE "${OUT}/${proto}${suffix}" "${text}")
  endforeach()
endforeach()
file(REMOVE_RECURSE "${work}")
file(WRITE "${OUT}/__init__.py" "")
